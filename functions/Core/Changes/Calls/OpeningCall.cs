using Remediator.Groups;

namespace Remediator.Changes.Calls;

/// <summary>Reads AuthorizeSecurityGroupIngress, AuthorizeSecurityGroupEgress and ModifySecurityGroupRules.</summary>
internal static class OpeningCall
{
    public static ChangeReading Read(Call call)
    {
        var (answer, asked) = Parts(call);
        var group = GroupReader.Read(answer, asked, call.Detail, call.Problems);
        if (call.ChangeOf(group) is not { } change) return call.Unreadable;
        var (permissions, because) = Evidence.Of(answer, asked);
        return change with { Permissions = permissions, DirectionKnown = call.Name != CallNames.ModifyRules, WholeGroupBecause = because };
    }

    private static (Stated Answer, Stated Asked) Parts(Call call)
    {
        if (call.Name == CallNames.ModifyRules) return (new Stated(), ModifyRequest.Read(call.Request));
        var direction = call.Name == CallNames.AuthorizeEgress ? Direction.Egress : Direction.Ingress;
        return (RuleSetAnswer.Read(call.Answer, call.Name, direction, call.Account), RulesRequest.Read(call.Request, call.Name, direction, call.Account));
    }
}
