
namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>The judge by brute force: each cell of traffic is asked about by itself, in plain integers. It shares no code with the
/// one it checks, and no idea of sets.</summary>
internal static class ModelJudge
{
    private static readonly bool[] Nothing = new bool[Universe.Addresses.Length];

    public static ModelVerdict Decide(ModelCase c, int number)
    {
        var p = c.Asked[number];
        var said = c.Rules.Select(r => Ask(c, r, number)).OfType<Said>().ToList();
        var waived = Waived(c, p);
        var (names, left) = (Waivers(c, p, said), said.Select(s => s.Without(p, waived)).OfType<Said>().ToList());
        var touched = Grid(p, (s, a) => waived[s][a] && said.Exists(x => x.Forbidden[s][a]));
        if (left.Count > 0) return Weigh(c, p, left, touched, names, waived);
        var none = Grid(p, (_, _) => false);
        return new(said.Count == 0 ? "Compliant" : "Waived", Names(said), said.Count == 0 ? 0 : said.Max(s => s.Rule.Severity), null, none, 0, 0, 0, touched, names, null);
    }

    private static ModelVerdict Weigh(ModelCase c, ModelPermission p, List<Said> left, bool[][] touched, string names, bool[][] waived)
    {
        var surely = left.Exists(s => s.Surely);
        var carrying = left.Where(s => s.Surely == surely).ToList();
        var counted = carrying.Exists(s => s.Enforces) ? carrying.Where(s => s.Enforces).ToList() : carrying;
        var forbidden = Grid(p, (s, a) => counted.Exists(x => x.Forbidden[s][a]));
        var exact = ModelReach.Of(c, p).IsExact;
        bool Denied(int a) => exact && forbidden.Any(row => row[a]);
        int? action = left.Exists(s => s.Enforces) ? left.Where(s => s.Enforces).Max(s => s.Asks) : null;
        return new(
            surely ? "Violation" : "Undecided", Names(left), carrying.Max(s => s.Rule.Severity), action, forbidden,
            Universe.Count(32, Denied), Universe.Count(128, Denied), Math.Max(Share(32, Denied), Share(128, Denied)), touched, names,
            surely && action == 1 ? ModelRemainder.Of(c, p, [.. left.Where(s => s.Subtracts)], waived) : null);
    }

    private static Said? Ask(ModelCase c, ModelRule rule, int number)
    {
        var met = rule.HasLimit ? ModelBreadth.Of(c, rule, number) : ModelMeeting.Of(c, rule, c.Asked[number]);
        if (met is null || !met.Any(1)) return null;
        var surely = met.Any(2);
        return new(rule, surely, c.PolicyEnforces && rule.Enforces != false, rule.HasLimit && c.IsSweep, met, Grid(c.Asked[number], (s, a) => met.Cells[s][a] >= (surely ? 2 : 1)));
    }

    private static bool[][] Waived(ModelCase c, ModelPermission p)
    {
        var covered = c.Waivers.Select(w => Covers(c, w, p)).ToList();
        return Grid(p, (s, a) => covered.Exists(w => w[s][a]));
    }

    private static string Waivers(ModelCase c, ModelPermission p, List<Said> said) => string.Join(' ', c.Waivers
        .Where(w => Covers(c, w, p) is var covered && said.Exists(x => Universe.Services.Where((_, s) => covered[s].Where((cell, a) => cell && x.Forbidden[s][a]).Any()).Any()))
        .Select(w => w.Id));

    private static bool[][] Covers(ModelCase c, ModelWaiver w, ModelPermission p)
    {
        var may = ModelReach.Of(c, p);
        bool Named(int a) => w.Blocks.Any(block => Universe.Holds(block, a));
        var inForce = w.GroupId == c.Own.Id && w.Ingress == p.Ingress && w.From <= 0 && w.Until > 0;
        var whole = w.Peers.Contains(p.Peer) || (!may.IsExact && may.Cells.Select((cell, a) => !cell || Named(a)).All(x => x));
        bool Service(int s) => w.Services.Any(b => b.Has(Universe.Services[s].Protocol, Universe.Services[s].Number));
        return Grid(p, (s, a) => inForce && may.Cells[a] && (whole || (may.IsExact && Named(a))) && Service(s));
    }

    private static double Share(int bits, Func<int, bool> denied)
    {
        var all = Universe.Count(bits, a => !Universe.IsPrivate(a));
        return (double)Universe.Count(bits, a => !Universe.IsPrivate(a) && denied(a)) / (double)all;
    }

    private static string Names(List<Said> said) => string.Join(' ', said.Select(s =>
        $"{s.Rule.Id}:{(s.Surely ? "Violation" : "Undecided")}:{(s.Enforces ? "enforcing" : "observing")}{(s.Met.Outdated ? ":outdated" : "")}"));

    /// <summary>Nothing is ever said of a service that the permission does not open.</summary>
    private static bool[][] Grid(ModelPermission p, Func<int, int, bool> cell)
    {
        var box = p.Box;
        var grid = new bool[Universe.Services.Length][];
        for (var s = 0; s < grid.Length; s++)
        {
            grid[s] = Nothing;
            if (!box.Has(Universe.Services[s].Protocol, Universe.Services[s].Number)) continue;
            grid[s] = new bool[Universe.Addresses.Length];
            for (var a = 0; a < grid[s].Length; a++) grid[s][a] = cell(s, a);
        }

        return grid;
    }

    internal sealed record Said(ModelRule Rule, bool Surely, bool Enforces, bool OnlyTells, ModelMeeting Met, bool[][] Forbidden)
    {
        public int Asks => OnlyTells || Met.Outdated ? 0 : Surely ? Rule.Action : Rule.Undecided;

        public bool Subtracts => Enforces && Surely && !OnlyTells && (Rule.Kind == "rule" || Asks > 0);

        public Said? Without(ModelPermission p, bool[][] waived)
        {
            var left = Grid(p, (s, a) => Forbidden[s][a] && !waived[s][a]);
            if (left.Any(row => row.Contains(true))) return this with { Forbidden = left };
            var perhaps = Grid(p, (s, a) => Met.Cells[s][a] > 0 && !waived[s][a]);
            return Surely && perhaps.Any(row => row.Contains(true)) ? this with { Surely = false, Forbidden = perhaps } : null;
        }
    }
}
