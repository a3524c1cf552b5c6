namespace Remediator.Findings;

/// <summary>What people are told of a waiver or a lease.</summary>
public enum AgreementTurn
{
    EndsSoon,

    /// <summary>A waiver is over: nothing was touched, and what it allowed is judged like anything else.</summary>
    Ended,

    /// <summary>A lease is over, and what it had opened is closed and verified.</summary>
    Closed,

    /// <summary>A lease is over, and nothing of it was open any more.</summary>
    Gone,

    /// <summary>A lease is over, and what stands there is not what it had opened: not touched.</summary>
    Changed,

    /// <summary>A lease is over, and what it had opened is still open.</summary>
    Overdue,

    /// <summary>An emergency change has to be looked at.</summary>
    Review,
}
