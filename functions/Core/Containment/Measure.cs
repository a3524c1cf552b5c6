namespace Remediator.Containment;

/// <summary>Something that was done about a threat besides closing what the policy forbids, and that has to be taken back one day: recorded
/// before it is done, with all that taking it back needs.</summary>
/// <param name="Id"><see cref="Containment.Cause.MeasureId"/>; of a suspension the key of the ledger's entry. The id of its notices, and what people give to undo.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Until">When the schedule takes it back; null: only a person does.</param>
/// <param name="Version">1 for a new one, and one more with each write: a write of another than the next version is refused.</param>
public abstract record Measure(string Id, Cause Cause, string Account, string Region, DateTimeOffset At, DateTimeOffset? Until, int Version)
{
    public MeasureState State { get; init; } = MeasureState.Taking;

    /// <summary>What went wrong last, or why it was not taken or taken back, for people; null when nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>The STS caller who ended it; null when it stands, or when its time ended it.</summary>
    public string? EndedBy { get; init; }

    /// <summary>When its end was dealt with and told; null while it was not. <see cref="MeasureState.Refused"/> has one as well.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public Measure Next() => this with { Version = Version + 1 };
}
