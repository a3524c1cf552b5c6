namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>What trim keeps, asked of each cell by itself.</summary>
internal static class ModelRemainder
{
    /// <param name="said">The rules that go off.</param>
    public static bool[][] Of(ModelCase c, ModelPermission p, ModelJudge.Said[] said, bool[][] waived)
    {
        var may = ModelReach.Of(c, p);
        var box = p.Box;
        return [.. Universe.Services.Select((service, s) => !box.Has(service.Protocol, service.Number)
            ? new bool[may.Cells.Length]
            : Universe.Addresses.Select((_, a) => may.Cells[a] && IsKeepable(p, may, service.Protocol) && Stays(said, may, waived, s, a)).ToArray())];
    }

    /// <summary>A service that some rule forbids stays only where every such rule allows it, or somebody waived it.</summary>
    private static bool Stays(ModelJudge.Said[] said, ModelReach may, bool[][] waived, int s, int a)
    {
        // A rule that revokes what it cannot read is against that part as well.
        var against = said.Where(x => x.Met.Cells[s].Where((cell, at) => cell >= (x.Rule.Undecided == 2 ? 1 : 2) && !waived[s][at]).Any()).ToList();
        if (against.Count == 0) return true;
        bool Free(int at) => waived[s][at] || against.TrueForAll(x => x.Met.Allowed[s][at]);
        return may.IsExact && Free(a);
    }

    /// <summary>Of a permission for all protocols: tcp, udp and ICMP; of a family that cannot carry the other's ICMP, only its own.</summary>
    private static bool IsKeepable(ModelPermission p, ModelReach may, int protocol)
    {
        if (p.Box != ServiceBox.All) return true;
        var (ipv4, ipv6) = (Has(may, 32), Has(may, 128));
        return protocol is 6 or 17 || (protocol == 1 && (!may.IsExact || ipv4)) || (protocol == 58 && (!may.IsExact || ipv6));
    }

    private static bool Has(ModelReach may, int bits) => Universe.Addresses.Where((cell, a) => cell.Bits == bits && may.Cells[a]).Any();
}
