using Remediator.Groups;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Every word of the policy language that a key takes, in one place. Each reads null where there is no value, or none that
/// is known, which is then reported.</summary>
internal static class Language
{
    // INVARIANT: each list stands in the order of its type's members; a test compares them.
    private static readonly Words Modes = new("mode", ["observe", "enforce"]);
    private static readonly Words Directions = new("direction", ["ingress", "egress"]);
    private static readonly Words Severities = new("severity", ["informational", "low", "medium", "high", "critical"]);
    private static readonly Words LeastSeverities = Severities with { Key = "at-least" };
    private static readonly Words Actions = new("action", ["notify", "trim", "revoke"]);
    private static readonly Words Extras = Actions with { Key = "extra" };
    private static readonly Words Undecideds = new("undecided", ["notify", "revoke"]);
    private static readonly Words LedgerDown = new("when-ledger-down", ["hold", "act"]);
    private static readonly Words Sweeps = new("sweep", ["notify", "act"]);
    private static readonly Words Missing = new("missing", ["notify", "restore"]);
    private static readonly Words Responses = new("response", ["notify", "close", "suspend", "isolate", "block"]);

    /// <summary>In the order of <c>Decision</c>, which this room does not know.</summary>
    private static readonly Words Verdicts = new("verdict", ["compliant", "waived", "undecided", "violation"]);

    public static Mode? Mode(Node? node, Problems problems) => (Mode?)Modes.Read(node, problems);

    public static Direction? Direction(Node? node, Problems problems) => (Direction?)Directions.Read(node, problems);

    public static Severity? Severity(Node? node, Problems problems) => (Severity?)Severities.Read(node, problems);

    public static Severity? AtLeast(Node? node, Problems problems) => (Severity?)LeastSeverities.Read(node, problems);

    public static RuleAction? Action(Node? node, Problems problems) => (RuleAction?)Actions.Read(node, problems);

    public static RuleAction? Extra(Node? node, Problems problems) => (RuleAction?)Extras.Read(node, problems);

    public static RuleAction? Undecided(Node? node, Problems problems) => Undecideds.Read(node, problems) switch
    {
        0 => RuleAction.Notify,
        1 => RuleAction.Revoke,
        _ => null,
    };

    public static WhenLedgerDown? WhenLedgerDown(Node? node, Problems problems) => (WhenLedgerDown?)LedgerDown.Read(node, problems);

    public static Sweep? Sweep(Node? node, Problems problems) => (Sweep?)Sweeps.Read(node, problems);

    /// <summary>Whether what is missing is put back.</summary>
    public static bool? Restore(Node? node, Problems problems) => Missing.Read(node, problems) is { } word ? word == 1 : null;

    /// <summary>Whether what somebody opened or closed is undone.</summary>
    public static bool? Revert(Node? node, string key, Problems problems) => new Words(key, ["notify", "revert"]).Read(node, problems) is { } word ? word == 1 : null;

    public static ThreatAnswer? Response(Node? node, Problems problems) => (ThreatAnswer?)Responses.Read(node, problems);

    public static bool? Flag(Node? node, string key, Problems problems) => new Words(key, ["false", "true"]).Read(node, problems) is { } word ? word == 1 : null;

    public static string? Verdict(Node? node, Problems problems) => Verdicts.Read(node, problems) is { } word ? Verdicts.Known[word] : null;
}
