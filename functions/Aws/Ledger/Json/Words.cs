namespace Remediator.Aws.Ledger.Json;

/// <summary>How the ledger spells the values of enumerations, each at the index of its value. INVARIANT: what was once written is never
/// spelled in another way; a new value is added at its place.</summary>
internal static class Words
{
    public static readonly string[] Directions = ["ingress", "egress"];
    public static readonly string[] ChangeKinds = ["opened", "closed", "created", "retagged", "peerChanged", "swept", "attacked"];
    public static readonly string[] Channels = ["unknown", "console", "commandLine", "sdk", "terraform", "cloudFormation", "awsService"];
    public static readonly string[] Decisions = ["compliant", "waived", "undecided", "violation"];
    public static readonly string[] Severities = ["informational", "low", "medium", "high", "critical"];
    public static readonly string[] Actions = ["notify", "trim", "revoke"];
    public static readonly string[] Modes = ["observe", "enforce"];
    public static readonly string[] RuleKinds = ["baseline", "changeControl", "deny", "threat"];
    public static readonly string[] WhenLedgerDowns = ["hold", "act"];
    public static readonly string[] Sweeps = ["notify", "act"];
    public static readonly string[] Outcomes = ["revoked", "observed", "told", "failed", "openedAgain", "gone", "trimmed", "restored", "missing", "held"];
    public static readonly string[] TrimStages = ["authorizing", "modifying", "revoking", "takingBack"];
    public static readonly string[] LeaseStates = ["opening", "open", "closing", "closed", "refused"];
    public static readonly string[] MeasureStates = ["taking", "standing", "ending", "ended", "refused"];
    public static readonly string[] ThreatRoles = ["unknown", "target", "actor"];
    public static readonly string[] ThreatDirections = ["unknown", "inbound", "outbound"];
    public static readonly string[] LeftOuts = ["nothing", "tags", "tagsAndDescriptions"];
}
