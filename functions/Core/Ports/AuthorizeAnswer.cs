using Remediator.Groups;

namespace Remediator.Ports;

/// <summary>What EC2 said to one Authorize call. The request id is how our own call is known again in CloudTrail.</summary>
public abstract record AuthorizeAnswer
{
    private AuthorizeAnswer(string? requestId) => RequestId = requestId;

    public string? RequestId { get; }

    /// <summary>Carried out.</summary>
    /// <param name="Created">What EC2 says it created (<c>securityGroupRuleSet</c>), each with its <c>sgr-</c> id; empty or short where
    /// it does not say, and then only a read can tell.</param>
    public sealed record Taken(string? RequestId, ImmutableArray<Permission> Created) : AuthorizeAnswer(RequestId);

    /// <summary>InvalidPermission.Duplicate: at least one is there already, and nothing of the call was carried out.</summary>
    public sealed record Duplicate(string? RequestId) : AuthorizeAnswer(RequestId);

    /// <summary>RulesPerSecurityGroupLimitExceeded.</summary>
    public sealed record Full(string? RequestId) : AuthorizeAnswer(RequestId);

    /// <summary>InvalidGroup.NotFound or InvalidGroupId.NotFound: the group, or one that a permission refers to.</summary>
    public sealed record GroupNotFound(string? RequestId) : AuthorizeAnswer(RequestId);

    /// <summary>Anything else; see <see cref="RevokeAnswer.Refused"/> for the members.</summary>
    public sealed record Refused(string? RequestId, string Problem, bool Retryable, bool PerhapsTaken = false) : AuthorizeAnswer(RequestId);
}
