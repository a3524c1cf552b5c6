using Remediator.Groups;

namespace Remediator.Policies.Reading;

/// <summary>Every key and word of the policy language, in one place.</summary>
internal static class Language
{
    public static readonly KeySet Policy = new("a policy",
        ["version", "mode", "private", "networks", "services", "rules"],
        ["groups", "baselines", "changes", "threats", "sweep", "waivers", "guardrails", "notices", "tests"]);

    public static readonly KeySet Rule = new("a rule",
        ["id", "name", "deny", "unless", "groups", "severity", "action", "undecided", "mode", "why", "controls"],
        ["when-ledger-down", "sweep", "max-addresses"]);

    public static readonly KeySet Match = new("`deny` and `unless`", ["direction", "service", "peer"], ["max-addresses"]);

    public static readonly Words<Mode> Mode = new("mode", [("observe", Policies.Mode.Observe), ("enforce", Policies.Mode.Enforce)], []);

    public static readonly Words<Direction> Direction = new("direction",
        [("ingress", Remediator.Groups.Direction.Ingress), ("egress", Remediator.Groups.Direction.Egress)], []);

    public static readonly Words<Severity> Severity = new("severity",
        [
            ("informational", Policies.Severity.Informational), ("low", Policies.Severity.Low), ("medium", Policies.Severity.Medium),
            ("high", Policies.Severity.High), ("critical", Policies.Severity.Critical),
        ],
        []);

    public static readonly Words<RuleAction> Action = new("action", [("revoke", RuleAction.Revoke), ("notify", RuleAction.Notify)], ["trim"]);

    public static readonly Words<RuleAction> Undecided = new("undecided", [("notify", RuleAction.Notify), ("revoke", RuleAction.Revoke)], []);
}
