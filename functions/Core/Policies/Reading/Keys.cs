namespace Remediator.Policies.Reading;

/// <summary>Every key of the policy language, in one place.</summary>
internal static class Keys
{
    public static readonly KeySet Policy = new("a policy",
    [
        "version", "mode", "private", "organisation", "networks", "services", "groups", "rules", "baselines", "changes", "requirements", "threats", "public-services",
        "sweep", "waivers", "guardrails", "notices", "tests",
    ]);

    public static readonly KeySet Rule = new("a rule",
    [
        "id", "name", "deny", "unless", "groups", "severity", "action", "undecided", "mode", "max-addresses", "when-ledger-down", "sweep", "review", "why", "controls",
    ]);

    public static readonly KeySet Deny = new("`deny`", ["direction", "service", "peer", "max-addresses"]);

    public static readonly KeySet Unless = new("`unless`", ["direction", "service", "peer"]);

    public static readonly KeySet Families = new("`max-addresses`", ["ipv4", "ipv6"]);

    public static readonly KeySet Selector = new("a selector", ["id", "name", "vpc", "account", "region", "tags", "default", "attached", "except"]);

    public static readonly KeySet Baseline = new("a baseline", ["group", "groups", "id", "ingress", "egress", "extra", "missing", "severity", "mode", "why"]);

    public static readonly KeySet Entry = new("a baseline's entry", ["id", "service", "peer", "why", "review"]);

    public static readonly KeySet Changes = new("an entry of `changes`", ["id", "groups", "allow", "opened", "closed", "severity", "mode", "why"]);

    public static readonly KeySet Allow = new("`allow`", ["roles", "users", "services"]);

    public static readonly KeySet Requirement = new("a requirement", ["id", "name", "groups", "group", "permission", "severity", "why", "controls"]);

    public static readonly KeySet OfGroup = new("`group`", ["name", "description", "tags", "attached"]);

    public static readonly KeySet OfPermission = new("`permission`", ["direction", "description", "tags", "review"]);

    public static readonly KeySet Threat = new("an entry of `threats`", ["types", "severity", "response", "hours", "cut-connections", "acl-numbers", "most-in-acl", "most-an-hour"]);

    public static readonly KeySet AclNumbers = new("`acl-numbers`", ["from", "to"]);

    public static readonly KeySet Waivers = new("`waivers`", ["max-hours", "emergency-hours", "approver-differs-from-actor", "widest"]);

    public static readonly KeySet Widest = new("`widest`", ["ipv4", "ipv6"]);

    public static readonly KeySet Guardrails = new("`guardrails`", ["revocations-per-hour", "fight", "protected"]);

    public static readonly KeySet Revocations = new("`revocations-per-hour`", ["account", "group", "actor", "critical-account"]);

    public static readonly KeySet Fight = new("`fight`", ["times", "minutes"]);

    public static readonly KeySet Notices = new("`notices`", ["digest", "at-least"]);

    public static readonly KeySet Digest = new("`digest`", ["after", "minutes"]);

    public static readonly KeySet Test = new("a test", ["name", "given", "expect"]);

    public static readonly KeySet Given = new("`given`", ["group", "direction", "service", "peer", "also", "prefix-lists", "actor"]);

    public static readonly KeySet Also = new("a permission of `also`", ["direction", "service", "peer"]);

    public static readonly KeySet Facts = new("a group of a test", ["id", "name", "vpc", "account", "region", "tags", "attached", "is"]);

    public static readonly KeySet PeerGroup = new("a peer that is a group", ["group"]);

    public static readonly KeySet PrefixList = new("a prefix list of a test", ["owner", "name", "entries"]);

    public static readonly KeySet Expect = new("`expect`", ["verdict", "rules", "action", "severity", "remainder"]);
}
