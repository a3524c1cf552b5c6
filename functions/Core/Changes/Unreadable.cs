namespace Remediator.Changes;

/// <summary>The event could not be read. Each problem names what was read, what was expected and where. The shell throws, so that
/// the event is retried and dead-lettered.</summary>
public sealed record Unreadable(ImmutableArray<string> Problems) : ChangeReading
{
    public override string ToString() => string.Join("; ", Problems);
}
