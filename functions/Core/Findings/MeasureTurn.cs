namespace Remediator.Findings;

/// <summary>What people are told of a measure after it was taken.</summary>
public enum MeasureTurn
{
    /// <summary>Its time is over, and it was taken back, as far as the policy of now allows: the detail says what is not.</summary>
    Ended,

    /// <summary>It should be over and is not: tried again.</summary>
    Overdue,

    /// <summary>It should be taken back, and something else stands in its place: left alone.</summary>
    Changed,

    /// <summary>A person took it back before its time.</summary>
    Undone,
}
