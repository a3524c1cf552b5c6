namespace Remediator.Ports;

/// <summary>What EC2 said to a change of a network ACL.</summary>
/// <param name="RequestId">Null when no answer of EC2's own came.</param>
public abstract record AclAnswer(string? RequestId)
{
    public sealed record Taken(string? RequestId) : AclAnswer(RequestId);

    /// <summary>NetworkAclEntryAlreadyExists: the number is taken in this direction.</summary>
    public sealed record NumberTaken(string? RequestId) : AclAnswer(RequestId);

    /// <summary>NetworkAclEntryLimitExceeded: the ACL takes no more entries.</summary>
    public sealed record Full(string? RequestId, string Problem) : AclAnswer(RequestId);

    /// <summary>The ACL, or the entry that was to be removed, is gone.</summary>
    public sealed record NotFound(string? RequestId) : AclAnswer(RequestId);

    /// <summary>Anything else; see <see cref="Answer"/> for the members.</summary>
    /// <param name="PerhapsTaken">EC2's own answer did not come, so that the call may have been carried out all the same.</param>
    public sealed record Refused(string? RequestId, string Problem, bool Retryable, bool PerhapsTaken = false) : AclAnswer(RequestId);
}
