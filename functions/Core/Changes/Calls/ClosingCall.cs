using Remediator.Groups;

namespace Remediator.Changes.Calls;

/// <summary>Reads RevokeSecurityGroupIngress and RevokeSecurityGroupEgress.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html</remarks>
internal static class ClosingCall
{
    public static ChangeReading Read(Call call)
    {
        var direction = call.Name == CallNames.RevokeEgress ? Direction.Egress : Direction.Ingress;
        var answer = ClosedAnswer.Read(call.Answer, call.Name, direction, call.Account);
        var asked = RulesRequest.Read(call.Request, call.Name, direction, call.Account, namesRules: true);
        var evidence = ClosedEvidence.Of(answer, asked);
        if (evidence.IsNothing) return new Ignored("EC2 knew nothing of what was to be revoked, and revoked nothing");
        var group = GroupReader.Read(answer.Revoked, asked, call.Detail, call.Problems);
        if (call.ChangeOf(group) is not { } change) return call.Unreadable;
        return change with { Kind = ChangeKind.Closed, Closed = evidence.Closed, WholeGroupBecause = evidence.WholeGroupBecause };
    }
}
