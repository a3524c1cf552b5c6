namespace Remediator.Sandbox.Faults;

/// <summary>What can go wrong with one AWS call.</summary>
public enum FaultKind
{
    /// <summary>Refused without effect, in the service's own words for too many calls.</summary>
    Throttled,

    /// <summary>Refused without effect, by an error of the service's own.</summary>
    ServerError,

    /// <summary>Refused without effect by something in front of the service, which answers with a page for people.</summary>
    HtmlError,

    /// <summary>Neither effect nor answer: the caller waits until it gives up.</summary>
    TimedOut,

    /// <summary>Carried out, and the connection is cut before the answer.</summary>
    AnswerLost,

    /// <summary>A read shows a group, an interface or an ACL as it was before its last change.</summary>
    StaleRead,

    /// <summary>The process is killed (SIGKILL) when it has sent the call; the call has no effect.</summary>
    KilledBefore,

    /// <summary>The process is killed when the call was carried out, before the answer.</summary>
    KilledAfterEffect,

    /// <summary>The process is killed when the answer was sent; no further call of it has an effect.</summary>
    KilledAfterAnswer,
}
