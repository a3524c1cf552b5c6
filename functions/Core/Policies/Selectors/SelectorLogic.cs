namespace Remediator.Policies.Selectors;

/// <summary>What is sure of selectors whatever groups there are. Every answer "true" is a proof; "false" is "not shown", also when
/// its steps are used up, since names may multiply.</summary>
/// <param name="mostSteps">What all questions to this one may cost together.</param>
internal sealed class SelectorLogic(int mostSteps = SelectorLogic.ForOneQuestion)
{
    private const int ForOneQuestion = 20_000;
    private static readonly Pattern AnyText = new("*");

    /// <summary>What every id of the kind looks like.</summary>
    private static readonly ImmutableArray<(GroupFact Fact, Pattern Form)> Forms =
        [(GroupFact.Id, new("sg-?*")), (GroupFact.Vpc, new("vpc-?*")), (GroupFact.Account, new("????????????")), (GroupFact.Name, new("?*")), (GroupFact.Region, new("?*"))];

    private int steps;

    /// <summary>What the questions so far have cost.</summary>
    public int Steps => steps;

    /// <summary>Whether every group that the inner one chooses is chosen by the outer one.</summary>
    public bool Covers(GroupSelector outer, GroupSelector inner)
    {
        if (ReferenceEquals(outer, inner)) return true;
        if (++steps > mostSteps) return false;
        return (outer, inner) switch
        {
            (GroupSelector.Named a, GroupSelector.Named b) when a.Name == b.Name => true,
            (GroupSelector.All { Of.IsEmpty: true }, _) => true,
            (GroupSelector.Named a, _) => Covers(a.Meaning, inner),
            (_, GroupSelector.Named b) => Covers(outer, b.Meaning),
            (_, GroupSelector.OneOf b) => b.Of.All(part => Covers(outer, part)),
            (GroupSelector.All a, _) => a.Of.All(part => Covers(part, inner)),
            (GroupSelector.OneOf a, _) when a.Of.Any(part => Covers(part, inner)) => true,
            (_, GroupSelector.All b) when b.Of.Any(part => Covers(outer, part)) => true,
            (GroupSelector.Not a, _) => Excludes(a.Other, inner),
            _ => CoversOne(outer, inner),
        };
    }

    /// <summary>Whether no group is chosen by both.</summary>
    public bool Excludes(GroupSelector one, GroupSelector other)
    {
        if (++steps > mostSteps) return false;
        return (one, other) switch
        {
            (GroupSelector.Named a, _) => Excludes(a.Meaning, other),
            (_, GroupSelector.Named b) => Excludes(one, b.Meaning),
            (GroupSelector.OneOf a, _) => a.Of.All(part => Excludes(part, other)),
            (_, GroupSelector.OneOf b) => b.Of.All(part => Excludes(one, part)),
            (GroupSelector.All a, _) => a.Of.Any(part => Excludes(part, other)) || IsEmpty(a),
            (_, GroupSelector.All b) => b.Of.Any(part => Excludes(one, part)) || IsEmpty(b),
            (GroupSelector.Not a, _) => Covers(a.Other, other),
            (_, GroupSelector.Not b) => Covers(b.Other, one),
            _ => ExcludesOne(one, other),
        };
    }

    /// <summary>Whether it chooses no group at all.</summary>
    public bool IsEmpty(GroupSelector selector)
    {
        if (++steps > mostSteps) return false;
        return selector switch
        {
            GroupSelector.Named named => IsEmpty(named.Meaning),
            GroupSelector.OneOf any => any.Of.All(IsEmpty),
            GroupSelector.Not not => Covers(not.Other, GroupSelector.Any),
            GroupSelector.All all => all.Of.Any(IsEmpty) || HasPairApart(all.Of),
            GroupSelector.ByText text => !MayBe(text.Fact, text.Pattern),
            _ => false,
        };
    }

    private bool HasPairApart(ImmutableArray<GroupSelector> parts)
    {
        for (var i = 0; i < parts.Length; i++)
            for (var j = i + 1; j < parts.Length; j++)
                if (steps > mostSteps || Excludes(parts[i], parts[j])) return steps <= mostSteps;
        return false;
    }

    private static bool CoversOne(GroupSelector outer, GroupSelector inner) => (outer, inner) switch
    {
        (GroupSelector.ByText { Pattern.Text: "*" }, _) => true,
        (GroupSelector.ByText a, GroupSelector.ByText b) => a.Fact == b.Fact && PatternLogic.Covers(a.Pattern, b.Pattern),
        (GroupSelector.ByText { Fact: GroupFact.Name } a, GroupSelector.ByDefault { IsDefault: true }) => a.Pattern.Matches("default"),
        (GroupSelector.ByDefault { IsDefault: true }, GroupSelector.ByText { Fact: GroupFact.Name, Pattern.Text: "default" }) => true,
        (GroupSelector.ByDefault { IsDefault: false }, GroupSelector.ByText { Fact: GroupFact.Name } b) => !b.Pattern.Matches("default"),
        (GroupSelector.ByTag a, GroupSelector.ByTag b) => PatternLogic.Covers(new(a.Key), new(b.Key)) && PatternLogic.Covers(a.Value, b.Value),
        (GroupSelector.ByDefault a, GroupSelector.ByDefault b) => a == b,
        (GroupSelector.ByAttachment a, GroupSelector.ByAttachment b) => a == b,
        _ => false,
    };

    private bool ExcludesOne(GroupSelector one, GroupSelector other) => (one, other) switch
    {
        (GroupSelector.ByText a, GroupSelector.ByText b) => a.Fact == b.Fact && Apart(a.Pattern, b.Pattern),
        (GroupSelector.ByText { Fact: GroupFact.Name } a, GroupSelector.ByDefault b) => ExcludesDefault(a.Pattern, b),
        (GroupSelector.ByDefault a, GroupSelector.ByText { Fact: GroupFact.Name } b) => ExcludesDefault(b.Pattern, a),
        (GroupSelector.ByTag { IsOneKey: true } a, GroupSelector.ByTag b) => a.Key == b.Key && Apart(a.Value, b.Value),
        (GroupSelector.ByDefault a, GroupSelector.ByDefault b) => a != b,
        (GroupSelector.ByAttachment a, GroupSelector.ByAttachment b) => a != b,
        _ => false,
    };

    private bool Apart(Pattern one, Pattern other)
    {
        steps += one.Text.Length * other.Text.Length / 16;
        return steps <= mostSteps && !PatternLogic.Meet(one, other);
    }

    private static bool ExcludesDefault(Pattern name, GroupSelector.ByDefault by) => by.IsDefault ? !name.Matches("default") : name.Text == "default";

    private static bool MayBe(GroupFact fact, Pattern pattern)
    {
        if (fact == GroupFact.Account && pattern.Text.Any(c => !char.IsAsciiDigit(c) && c is not ('*' or '?'))) return false;
        return pattern == AnyText || Forms.All(form => form.Fact != fact || PatternLogic.Meet(pattern, form.Form));
    }
}
