using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts;

/// <summary>A rule, and what tells quickly that it has nothing to say.</summary>
internal sealed class IndexedRule
{
    private readonly uint _firstService = uint.MaxValue;
    private readonly uint _lastService;

    /// <param name="control">The entry of <c>changes</c> that the rule is made of; null for any other.</param>
    public IndexedRule(Rule rule, ChangeControl? control)
    {
        (Rule, Control) = (rule, control);
        IsAboutAnyGroup = rule.Groups is GroupSelector.All { Of.IsEmpty: true };
        HasSymbols = !rule.DenySymbols.IsEmpty || !rule.UnlessSymbols.IsEmpty;
        foreach (var slab in rule.Forbids.Slabs) (_firstService, _lastService) = Widened(slab.Services);
        foreach (var symbol in rule.DenySymbols)
            foreach (var stretch in symbol.Services.Points.Intervals) (_firstService, _lastService) = Widened(stretch);
    }

    public Rule Rule { get; }

    public ChangeControl? Control { get; }

    public bool IsAboutAnyGroup { get; }

    public bool HasSymbols { get; }

    public bool IsAbout(Direction direction) => Rule.Direction is null || Rule.Direction == direction;

    /// <summary>False: whatever a read may show, the rule does not forbid the permission. Nearly every permission ends here, so nothing
    /// is built.</summary>
    public bool MayForbid(ServiceSet services, Peer peer, in PeerReach reach)
    {
        var stretches = services.Points.Intervals;
        if (stretches.IsEmpty || stretches[^1].Last < _firstService || stretches[0].First > _lastService) return false;
        if (reach.Meets(Rule.Forbids, services)) return true;
        foreach (var symbol in Rule.DenySymbols)
            if (SymbolReader.CanMean(symbol.Peer, peer) && symbol.Services.Overlaps(services)) return true;
        return false;
    }

    private (uint First, uint Last) Widened(Interval<uint> services) => (Math.Min(_firstService, services.First), Math.Max(_lastService, services.Last));
}
