using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads what a baseline opens in one direction: <c>none</c>, an entry, or a list of them. An entry needs <c>service</c>
/// and <c>peer</c>, since what is left out would be open to all.</summary>
internal sealed class EntryReader(Scope scope)
{
    private readonly Problems problems = scope.Problems;

    /// <summary>Null when the direction is not baselined; entries that could not be read are left out, and reported.</summary>
    public ImmutableArray<BaselineEntry>? Read(Node? node, Direction direction, string baseline)
    {
        if (node is null) return null;
        if (node is TextNode { Text: "none" }) return [];
        if (node is TextNode text)
            problems.Add(Codes.UnknownWord, text.Place, $"`{Key(direction)}` {UserText.Quote(text.Text)} is not known", "write `none`, or a list of `{ id: …, service: …, peer: … }`");
        else if (node is ListNode { Items.IsEmpty: true })
            problems.Add(Codes.EmptyList, node.Place, $"there is no entry in `{Key(direction)}`", "write `none` if nothing may be open");
        var read = ImmutableArray.CreateBuilder<BaselineEntry>();
        if (node is TextNode) return [];
        var number = 0;
        foreach (var item in Nodes.Items(node))
            if (Entry(item, direction, string.Create(CultureInfo.InvariantCulture, $"{baseline}-{Key(direction)}-{++number}")) is { } entry) read.Add(entry);
        return read.ToImmutable();
    }

    private BaselineEntry? Entry(Node node, Direction direction, string defaultId)
    {
        if (Fields.Of(node, "a baseline's entry", Keys.Entry, problems) is not { } fields) return null;
        var idNode = fields.Find("id");
        var id = Texts.Name(idNode, "id", problems) ?? defaultId;
        scope.Ids.Take(id, idNode?.Place ?? fields.Place);
        var services = fields.Require("service", "write `service`, or `service: all`") is { } service ? scope.Services.Read(service) : null;
        var peers = fields.Require("peer", "write `peer`, or `peer: anywhere`") is { } peer ? scope.Peers.Read(peer) : null;
        var why = Texts.Line(fields.Find("why"), "why", Texts.LongestWhy, problems) ?? "";
        var review = Numbers.Date(fields.Find("review"), "review", problems);
        if (services is null || peers is null) return null;
        return new(id, direction, services, peers.Addresses, peers.Symbols, why, fields.Place) { Review = review };
    }

    private static string Key(Direction direction) => direction == Direction.Ingress ? "ingress" : "egress";
}
