namespace Remediator.Ports;

/// <summary>What EC2 said to one ModifySecurityGroupRules call.</summary>
public abstract record ModifyAnswer
{
    private ModifyAnswer(string? requestId) => RequestId = requestId;

    public string? RequestId { get; }

    public sealed record Taken(string? RequestId) : ModifyAnswer(RequestId);

    /// <summary>InvalidSecurityGroupRuleId.NotFound, or the group's.</summary>
    public sealed record NotFound(string? RequestId) : ModifyAnswer(RequestId);

    /// <summary>Anything else; see <see cref="RevokeAnswer.Refused"/> for the members.</summary>
    public sealed record Refused(string? RequestId, string Problem, bool Retryable, bool PerhapsTaken = false) : ModifyAnswer(RequestId);
}
