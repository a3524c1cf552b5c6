using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads one rule. It needs <c>id</c>, <c>name</c>, <c>deny</c> and <c>why</c>; unless said, groups are any, severity high,
/// action revoke, undecided notify.</summary>
internal sealed class RuleReader(MatchReader matches, Problems problems, Budget budget)
{
    public const int LongestName = 128;
    public const int LongestWhy = 1_000;
    public const int LongestControl = 64;

    /// <summary>The rule, as two when it is for both directions and its exception for one; empty when it could not be read, and the
    /// problems are then reported.</summary>
    public ImmutableArray<Rule> Read(Node node)
    {
        if (Fields.Of(node, "a rule", Language.Rule, problems) is not { } fields) return [];
        var id = Texts.Name(fields.Require("id", "write `id`: it is shown in every finding"), "id", problems);
        var name = Texts.Line(fields.Require("name", "write `name`: a few words"), "name", LongestName, problems);
        var why = Texts.Line(fields.Require("why", "write `why`: whoever is affected reads it"), "why", LongestWhy, problems);
        var deny = fields.Require("deny", "write `deny`: what is forbidden, as `{ direction: ingress, service: ssh, peer: internet }`") is { } denied ? matches.Read(denied, "deny") : null;
        var exception = fields.Find("unless");
        var unless = exception is null ? null : matches.Read(exception, "unless");
        CheckGroups(fields.Find("groups"));
        var controls = Texts.Lines(fields.Find("controls"), "controls", LongestControl, problems);
        var draft = Words(fields);
        if (id is null || name is null || why is null || deny is null || controls is null || (exception is not null && unless is null)) return [];
        if (!Affordable(deny, unless)) return [];
        var rule = draft with { Id = id, Name = name, Why = why, Controls = controls.Value, Direction = deny.Direction };
        return [.. WithException(rule, deny, unless)];
    }

    /// <summary>The part of a rule that is words; a word that could not be read is an error, so its stand-in never comes into force.</summary>
    private Rule Words(Fields fields)
    {
        var severity = Language.Severity(fields.Find("severity"), problems) ?? Severity.High;
        var action = Language.Action(fields.Find("action"), problems) ?? RuleAction.Revoke;
        var undecided = Language.Undecided(fields.Find("undecided"), problems) ?? RuleAction.Notify;
        var mode = Language.Mode(fields.Find("mode"), problems);
        return new("", "", null, TrafficSet.Empty, TrafficSet.Empty, severity, action, undecided, mode, "", [], fields.Place);
    }

    /// <summary>A rule has one exception for all its directions. So a rule for both, with an exception for one, is read as two rules
    /// of one id: a permission has one direction and meets one of them.</summary>
    private IEnumerable<Rule> WithException(Rule rule, Match deny, Match? unless)
    {
        if (unless is not null && !IsFelt(deny, unless))
            problems.Add(Codes.IdleException, unless.Place, "`unless` allows nothing that `deny` forbids", "compare their direction, service and peer, or leave `unless` out");
        if (unless?.Direction is not { } way || way == deny.Direction)
            return [Made(rule, deny, unless?.Traffic ?? TrafficSet.Empty)];
        if (deny.Direction is not null) return [Made(rule, deny, TrafficSet.Empty)];
        var other = way == Direction.Ingress ? Direction.Egress : Direction.Ingress;
        return [Made(rule with { Direction = way }, deny, unless.Traffic), Made(rule with { Direction = other }, deny, TrafficSet.Empty)];
    }

    private static bool IsFelt(Match deny, Match unless) =>
        (deny.Direction is null || unless.Direction is null || deny.Direction == unless.Direction) && deny.Traffic.Overlaps(unless.Traffic);

    /// <summary>Built anew, since what a rule forbids is computed when it is made.</summary>
    private static Rule Made(Rule rule, Match deny, TrafficSet unless) => new(
        rule.Id, rule.Name, rule.Direction, deny.Traffic, unless, rule.Severity, rule.Action, rule.Undecided, rule.Mode, rule.Why, rule.Controls, rule.Place);

    /// <summary>Taking one set of traffic from another costs, for each stretch of services, the addresses of both.</summary>
    private bool Affordable(Match deny, Match? unless) => unless is null
        || budget.Spend((deny.Pieces.Services + unless.Pieces.Services) * (deny.Pieces.Addresses + unless.Pieces.Addresses), unless.Place);

    private void CheckGroups(Node? groups)
    {
        if (groups is null or TextNode { Text: "any" }) return;
        problems.Add(Codes.WordOfLater, groups.Place, "`groups` other than `any` are not of this version", "leave it out: the rule is then for every group");
    }
}
