using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies.Selectors;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads one rule. It needs <c>id</c>, <c>name</c>, <c>deny</c> and <c>why</c>; unless said, groups are any, severity high,
/// action revoke, undecided notify, and the rule is held while the ledger is down.</summary>
internal sealed class RuleReader(Scope scope)
{
    private readonly MatchReader matches = new(scope);
    private readonly Exceptions exceptions = new(scope);
    private readonly Problems problems = scope.Problems;

    /// <summary>The rule, as two when it is for both directions and an exception for one; empty when it could not be read, and the
    /// problems are then reported.</summary>
    public ImmutableArray<Rule> Read(Node node)
    {
        if (Fields.Of(node, "a rule", Keys.Rule, problems) is not { } fields) return [];
        var draft = Draft(fields);
        var deny = fields.Require("deny", "write `deny`: what is forbidden, as `{ direction: ingress, service: ssh, peer: internet }`") is { } denied ? matches.Deny(denied) : null;
        var unless = matches.Unless(fields.Find("unless"));
        var limit = Limit(fields, deny);
        var groups = fields.Find("groups");
        var chosen = groups is null ? Chosen.By(GroupSelector.Any) : Selectors.Read(groups, scope);
        if (draft is null || deny is null || unless is null || chosen is null) return [];
        ImmutableArray<Rule> rules = [.. Directed(draft with { Direction = deny.Direction, Groups = chosen.Selector, MaxAddresses = limit }, deny, unless.Value)];
        DeadRules.Report(rules, deny, unless.Value, scope);
        return rules;
    }

    /// <summary>The part of a rule that is words; a word that could not be read is an error, so its stand-in never comes into force.</summary>
    private Rule? Draft(Fields fields)
    {
        var idNode = fields.Require("id", "write `id`: it is shown in every finding");
        var id = Texts.Name(idNode, "id", problems);
        scope.Ids.Take(id, idNode?.Place ?? fields.Place);
        var name = Texts.Line(fields.Require("name", "write `name`: a few words"), "name", Texts.LongestTitle, problems);
        var why = Texts.Line(fields.Require("why", "write `why`: whoever is affected reads it"), "why", Texts.LongestWhy, problems);
        var controls = Texts.Lines(fields.Find("controls"), "controls", Texts.LongestControl, problems);
        var severity = Language.Severity(fields.Find("severity"), problems) ?? Severity.High;
        var action = Language.Action(fields.Find("action"), problems) ?? RuleAction.Revoke;
        var undecided = Language.Undecided(fields.Find("undecided"), problems) ?? RuleAction.Notify;
        var mode = Language.Mode(fields.Find("mode"), problems);
        var ledgerDown = Language.WhenLedgerDown(fields.Find("when-ledger-down"), problems) ?? WhenLedgerDown.Hold;
        var sweep = Language.Sweep(fields.Find("sweep"), problems);
        var review = Numbers.Date(fields.Find("review"), "review", problems);
        if (id is null || name is null || why is null || controls is null) return null;
        return new(id, name, null, TrafficSet.Empty, TrafficSet.Empty, severity, action, undecided, mode, why, controls.Value, fields.Place)
        {
            WhenLedgerDown = ledgerDown,
            Sweep = sweep,
            Review = review,
        };
    }

    /// <summary><c>max-addresses</c> stands in <c>deny</c> or beside it.</summary>
    private MaxAddresses? Limit(Fields fields, Match? deny)
    {
        var beside = matches.Limit(fields.Find("max-addresses"));
        if (beside is not null && deny?.Limit is not null)
            problems.Add(Codes.SaidTwice, fields.PlaceOf("max-addresses"), "`max-addresses` stands in `deny` and beside it", "keep one of them");
        return beside ?? deny?.Limit;
    }

    /// <summary>A rule has one exception for all its directions. So a rule for both, with an exception for one, is read as two rules
    /// of one id: a permission has one direction and meets one of them.</summary>
    private IEnumerable<Rule> Directed(Rule draft, Match deny, ImmutableArray<Match> unless)
    {
        Direction?[] ways = deny.Direction is null && unless.Any(u => u.Direction is not null) ? [Direction.Ingress, Direction.Egress] : [deny.Direction];
        foreach (var way in ways)
        {
            if (exceptions.Union([.. unless.Where(u => u.Direction is null || u.Direction == way)]) is not { } allowed) yield break;
            if (!exceptions.Affordable(deny.Traffic, allowed.Traffic, unless.IsEmpty ? deny.Place : unless[0].Place)) yield break;
            yield return Made(draft with { Direction = way, DenySymbols = deny.Symbols, UnlessSymbols = allowed.Symbols }, deny.Traffic, allowed.Traffic);
        }
    }

    /// <summary>Built anew, since what a rule forbids is computed when it is made.</summary>
    private static Rule Made(Rule draft, TrafficSet deny, TrafficSet unless) => new(
        draft.Id, draft.Name, draft.Direction, deny, unless, draft.Severity, draft.Action, draft.Undecided, draft.Mode, draft.Why, draft.Controls, draft.Place)
    {
        DenySymbols = draft.DenySymbols,
        UnlessSymbols = draft.UnlessSymbols,
        Groups = draft.Groups,
        MaxAddresses = draft.MaxAddresses,
        WhenLedgerDown = draft.WhenLedgerDown,
        Sweep = draft.Sweep,
        Review = draft.Review,
    };
}
