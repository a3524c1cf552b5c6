namespace Remediator.Sandbox.Notices;

/// <summary>A message as SNS hands it to a subscriber.</summary>
/// <param name="Attributes">Its message attributes, by name.</param>
/// <param name="At">A Stopwatch timestamp.</param>
public sealed record ReceivedNotice(string Subject, string Body, ImmutableDictionary<string, string> Attributes, long At)
{
    public override string ToString() => Subject;
}
