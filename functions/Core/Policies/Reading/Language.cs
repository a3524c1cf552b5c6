using Remediator.Groups;
using Remediator.Policies.Yaml;

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

    // INVARIANT: each list stands in the order of its type's members, weakest first; a test compares them.
    private static readonly Words Modes = new("mode", ["observe", "enforce"], []);
    private static readonly Words Directions = new("direction", ["ingress", "egress"], []);
    private static readonly Words Severities = new("severity", ["informational", "low", "medium", "high", "critical"], []);
    private static readonly Words Actions = new("action", ["notify", "trim", "revoke"], []);
    private static readonly Words Undecideds = new("undecided", ["notify", "revoke"], []);

    public static Mode? Mode(Node? node, Problems problems) => (Mode?)Modes.Read(node, problems);

    public static Direction? Direction(Node? node, Problems problems) => (Direction?)Directions.Read(node, problems);

    public static Severity? Severity(Node? node, Problems problems) => (Severity?)Severities.Read(node, problems);

    public static RuleAction? Action(Node? node, Problems problems) => (RuleAction?)Actions.Read(node, problems);

    public static RuleAction? Undecided(Node? node, Problems problems) => Undecideds.Read(node, problems) switch
    {
        0 => RuleAction.Notify,
        1 => RuleAction.Revoke,
        _ => null,
    };
}
