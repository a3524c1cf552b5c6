using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Selectors;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Nodes → policy. Every part is read whatever became of the others, so that all problems are told at once.</summary>
internal sealed class PolicyBuilder(Problems problems)
{
    /// <summary>A policy of these says something without a rule.</summary>
    private static readonly ImmutableArray<string> OtherSections = ["baselines", "changes", "requirements"];

    private readonly Budget budget = new(problems);

    /// <summary>The policy; of no meaning when <paramref name="root"/> had errors, and null when it is no mapping.</summary>
    public Policy? Build(Node root, string source, string digest)
    {
        if (root is TextNode { IsNothing: true })
        {
            problems.Add(Codes.Empty, root.Place, "the file is empty", "begin with `version: 1`");
            return null;
        }

        if (Fields.Of(root, "the policy", Keys.Policy, problems) is not { } fields) return null;
        ReadVersion(fields);
        var mode = ReadMode(fields);
        var scope = Names(fields);
        CheckGroups(fields.Find("groups"), scope);
        var limits = new LimitsReader(scope);
        var policy = new Policy(1, mode, scope.Private, ReadRules(fields, new(scope)), source, digest)
        {
            Networks = scope.Peers.Defined.Aggregate(AddressSet.Empty, (all, d) => all.Union(d.Set.Addresses)),
            Groups = [.. scope.Groups.Defined.Select(d => new GroupSelector.Named(d.Name, d.Set.Selector))],
            Organisation = ReadOrganisation(fields.Find("organisation")),
            Baselines = Several(fields.Find("baselines"), "baselines", new BaselineReader(scope).Read),
            Changes = Several(fields.Find("changes"), "changes", new ChangesReader(scope).Read),
            Requirements = Several(fields.Find("requirements"), "requirements", (node, _) => new RequirementReader(scope).Read(node)),
            Threats = Several(fields.Find("threats"), "threats", (node, _) => new ResponseReader(problems).Read(node)),
            PublicServices = fields.Find("public-services") is { } everybodys ? scope.Services.Read(everybodys) ?? ServiceSet.Empty : ServiceSet.Empty,
            Sweep = Language.Sweep(fields.Find("sweep"), problems) ?? Sweep.Notify,
            Waivers = limits.Waivers(fields.Find("waivers")),
            Guardrails = limits.Guardrails(fields.Find("guardrails")),
            Notices = limits.Notices(fields.Find("notices")),
            NamedProtocols = ((ServiceTerms)scope.Services.Kind).Named,
        };
        scope.Groups.ReportUnused();
        scope.Peers.ReportUnused();
        scope.Services.ReportUnused();
        return policy with { Tests = ReadTests(fields.Find("tests"), scope) };
    }

    /// <summary>What the file's names stand for, and nothing else of it: for terms that stand outside the file.</summary>
    public Scope? Names(Node root) => Fields.Of(root, "the policy", Keys.Policy, problems) is { } fields ? Names(fields) : null;

    private Scope Names(Fields fields)
    {
        var privateAddresses = ReadPrivate(fields.Find("private"));
        var groups = Names(new GroupTerms(), fields.Find("groups"), "groups");
        var peers = Names(new PeerTerms(privateAddresses, groups), fields.Find("networks"), "networks");
        var services = Names(new ServiceTerms(), fields.Find("services"), "services");
        return new(problems, budget, groups, peers, services, privateAddresses);
    }

    /// <summary>Last, and not counted: a test puts nothing in force, so what only tests name is unused, and a protocol that only
    /// they name is not kept by trim.</summary>
    private ImmutableArray<PolicyTest> ReadTests(Node? node, Scope scope)
    {
        (scope.Groups.IsCounting, scope.Services.IsCounting) = (false, false);
        return Several(node, "tests", (item, _) => new TestReader(scope).Read(item));
    }

    /// <summary>Those of a section that could be read, counted from 1.</summary>
    private ImmutableArray<T> Several<T>(Node? node, string key, Func<Node, int, T?> read)
        where T : class
    {
        if (node is ListNode { Items.IsEmpty: true })
            problems.Add(Codes.EmptyList, node.Place, $"there is nothing in `{key}`", "write at least one, or leave the key out");
        return [.. Nodes.Items(node).Select((item, i) => read(item, i + 1)).OfType<T>()];
    }

    /// <summary>Once for each name, where it is defined.</summary>
    private static void CheckGroups(Node? node, Scope scope)
    {
        if (node is not MapNode map) return;
        var places = map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        foreach (var (name, set) in scope.Groups.Defined)
            if (places[name] is not TextNode) scope.EmptySelectors.Check(set.Selector, places[name].Place);
    }

    private ImmutableHashSet<string> ReadOrganisation(Node? node)
    {
        var accounts = Nodes.Items(node).Select(item => Accounts.Read(item, "organisation", problems)).OfType<string>();
        return [.. accounts];
    }

    private void ReadVersion(Fields fields)
    {
        if (fields.Require("version", "write `version: 1`") is not { } node || node is TextNode { Text: "1" }) return;
        var written = node is TextNode text ? UserText.Quote(text.Text) : node.Shape;
        problems.Add(Codes.Version, node.Place, $"`version` is {written}, and this reads version 1", "write `version: 1`");
    }

    private Mode ReadMode(Fields fields)
    {
        var node = fields.Find("mode");
        if (node is null)
            problems.Add(Codes.ModeUnset, fields.PlaceOf("mode"), "`mode` is not set, so this policy only observes and closes nothing", "write `mode: observe` if that is meant, else `mode: enforce`");
        return Language.Mode(node, problems) ?? Mode.Observe;
    }

    private AddressSet ReadPrivate(Node? node)
    {
        if (node is null) return Blocks.BuiltInPrivate;
        var added = new List<Cidr>();
        foreach (var item in Nodes.Items(node))
        {
            if (item is not TextNode text)
                problems.Add(Codes.WrongShape, item.Place, $"`private` has {item.Shape} here, not a block of addresses", "write a list of blocks, such as `[198.51.100.0/24]`");
            else if (Blocks.Read(text, problems) is { } block)
                added.Add(block);
        }

        var all = Blocks.BuiltInPrivate.Union(AddressSet.From(added));
        var internet = AddressSet.All.Minus(all);
        if (internet.IPv4.IsEmpty || internet.IPv6.IsEmpty)
            problems.Add(Codes.NoInternet, node.Place, $"`private` leaves no {(internet.IPv4.IsEmpty ? "IPv4" : "IPv6")} address that is internet", "write only your own blocks here");
        return all;
    }

    private Vocabulary<TSet> Names<TSet>(TermKind<TSet> kind, Node? node, string key)
        where TSet : class
    {
        var names = new Vocabulary<TSet>(kind, problems, budget);
        if (node is MapNode map) names.Define(map);
        else if (node is not null) problems.Add(Codes.WrongShape, node.Place, $"`{key}` is {node.Shape} here, not a mapping", $"write each {kind.Noun} as `name: {kind.Example.Trim('`')}`");
        return names;
    }

    private ImmutableArray<Rule> ReadRules(Fields fields, RuleReader reader)
    {
        var list = fields.Find("rules");
        if ((list is null or ListNode { Items.IsEmpty: true }) && !OtherSections.Any(fields.Has))
            problems.Add(Codes.NoRules, fields.PlaceOf("rules"), "this policy has no rules, so it forbids nothing", "add a rule under `rules`");
        return [.. Nodes.Items(list).SelectMany(node => reader.Read(node))];
    }
}
