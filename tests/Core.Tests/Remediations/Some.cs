using Remediator.Core.Tests.Pipelines;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Remediations;

/// <summary>Verdicts, made as a judge would.</summary>
internal static class Some
{
    public static readonly GroupKey Group = new("111122223333", "eu-west-1", "sg-0a");

    public static Verdict Verdict(Permission permission, RuleAction action = RuleAction.Revoke, Mode mode = Mode.Enforce)
    {
        var rule = new Rule("R1", "everything", null, TrafficSet.All, TrafficSet.Empty, Severity.High, action, RuleAction.Notify, null, "because", [], new Place("policy.yaml", 1, 1));
        return Judge.Decide(new(1, mode, AddressSet.Empty, [rule], "policy.yaml", "0123456789ab"), permission, Core.Tests.Verdicts.Given.Here);
    }

    public static Permission Ssh(string cidr = "0.0.0.0/0") => Account.Ingress(22, cidr);

    public static Permission Egress(int port) => Account.Permission(Direction.Egress, "tcp", port, port, "0.0.0.0/0");
}
