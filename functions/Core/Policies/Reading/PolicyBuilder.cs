using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Nodes → policy. Every part is read whatever became of the others, so that all problems are told at once.</summary>
internal sealed class PolicyBuilder(Problems problems)
{
    private readonly Budget budget = new(problems);

    /// <summary>The policy; of no meaning when <paramref name="root"/> had errors, and null when it is no mapping.</summary>
    public Policy? Build(Node root, string source, string digest)
    {
        if (root is TextNode { IsNothing: true })
        {
            problems.Add(Codes.Empty, root.Place, "the file is empty", "begin with `version: 1`");
            return null;
        }

        if (Fields.Of(root, "the policy", Language.Policy, problems) is not { } fields) return null;
        ReadVersion(fields);
        var mode = ReadMode(fields);
        var privateAddresses = ReadPrivate(fields.Find("private"));
        var peers = Names(new PeerTerms(privateAddresses), fields.Find("networks"), "networks");
        var services = Names(new ServiceTerms(), fields.Find("services"), "services");
        var rules = ReadRules(fields, new(new(peers, services, problems, budget), problems, budget));
        peers.ReportUnused();
        services.ReportUnused();
        return new(1, mode, privateAddresses, rules, source, digest);
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
        IReadOnlyList<Node> items = node is ListNode list ? list.Items : [node];
        var added = new List<Cidr>(items.Count);
        foreach (var item in items)
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
        var node = fields.Find("rules");
        if (node is not (null or ListNode))
            problems.Add(Codes.WrongShape, node.Place, $"`rules` is {node.Shape} here, not a list", "begin each rule with `- id:`");
        else if (node is null or ListNode { Items.IsEmpty: true })
            problems.Add(Codes.NoRules, fields.PlaceOf("rules"), "this policy has no rules, so it forbids nothing", "add a rule under `rules`");
        if (node is not ListNode list) return [];
        var rules = ImmutableArray.CreateBuilder<Rule>(list.Items.Length);
        foreach (var item in list.Items)
        {
            var read = reader.Read(item);
            RuleChecks.NeverMatches(read, problems);
            rules.AddRange(read);
        }

        CheckIds(list);
        RuleChecks.Shadowed(rules.ToImmutable(), problems);
        return rules.ToImmutable();
    }

    /// <summary>On the nodes, so that a rule with another mistake is compared too.</summary>
    private void CheckIds(ListNode rules)
    {
        var seen = new Dictionary<string, TextNode>(StringComparer.Ordinal);
        foreach (var rule in rules.Items.OfType<MapNode>())
        {
            foreach (var entry in rule.Entries)
            {
                if (entry.Key != "id" || entry.Value is not TextNode { IsNothing: false } id || seen.TryAdd(id.Text, id)) continue;
                problems.Add(Codes.DuplicateRule, id.Place, $"the rule id {UserText.Quote(id.Text)} stands twice", string.Create(CultureInfo.InvariantCulture, $"it is already on line {seen[id.Text].Place.Line}: give each rule its own"));
            }
        }
    }
}
