namespace Remediator.Containment;

/// <summary>What came of a measure that a response asks for.</summary>
public enum MeasureResult
{
    /// <summary>Done now, or found done by an earlier delivery that did not tell.</summary>
    Taken,

    /// <summary>It stands since an earlier state of the same finding, or a person ended it and nothing has grown since.</summary>
    Known,

    /// <summary>Would have been done: the mode only observes, or the kill switch is on.</summary>
    Observed,

    /// <summary>Not done, and not to be: the detail says why.</summary>
    Declined,

    /// <summary>Should have been done and was not, or nobody knows: the event comes again.</summary>
    Failed,
}
