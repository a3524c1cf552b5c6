using Remediator.Groups;

namespace Remediator.Ports;

/// <summary>What EC2 said to a Revoke call; read, never assumed.</summary>
public abstract record RevokeAnswer(string? RequestId)
{
    /// <summary>The call was taken.</summary>
    /// <param name="Returned">EC2's own <c>return</c>.</param>
    /// <param name="Revoked">What EC2 says it removed (<c>revokedSecurityGroupRuleSet</c>), as content; empty where it says nothing,
    /// and then only a read can tell.</param>
    /// <param name="Unknown">What EC2 did not find (<c>unknownIpPermissionSet</c>): in the default VPC this comes with return true.</param>
    public sealed record Taken(string? RequestId, bool Returned, ImmutableArray<Permission> Revoked, ImmutableArray<Permission> Unknown) : RevokeAnswer(RequestId);

    /// <summary>InvalidPermission.NotFound: one unknown permission refuses the whole call.</summary>
    public sealed record PermissionNotFound(string? RequestId) : RevokeAnswer(RequestId);

    /// <summary>InvalidGroup.NotFound or InvalidGroupId.NotFound: deleted, or so new that not every read shows it.</summary>
    public sealed record GroupNotFound(string? RequestId) : RevokeAnswer(RequestId);

    /// <summary>Anything else; see <see cref="Answer"/> for the members.</summary>
    /// <param name="PerhapsTaken">EC2's own answer did not come, so that the call may have been carried out all the same.</param>
    /// <param name="AboutContent">EC2 objects to something in the call, a prefix list that it does not know, say: without that the rest
    /// may pass.</param>
    public sealed record Refused(string? RequestId, string Problem, bool Retryable, bool PerhapsTaken = false, bool AboutContent = false) : RevokeAnswer(RequestId);
}
