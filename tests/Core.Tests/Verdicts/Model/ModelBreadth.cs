namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Limits on what all permissions admit together, asked of each service by itself.</summary>
internal static class ModelBreadth
{
    /// <summary>The rule's word on the permission with this number, once the rest is within the limit.</summary>
    public static ModelMeeting? Of(ModelCase c, ModelRule rule, int number)
    {
        ModelMeeting? Met(ModelPermission p) => p.Kind == "group" || p.Ingress != c.Asked[number].Ingress ? null : ModelMeeting.Of(c, rule, p);
        if (Met(c.Asked[number]) is not { } meeting) return null;
        var asked = c.Asked.Select(Met).ToArray();
        var rest = (c.Standing ?? []).Where(p => !c.Asked.Any(p.IsSameAs)).Select(Met).OfType<ModelMeeting>().ToArray();
        var cells = meeting.Cells.Select(row => new int[row.Length]).ToArray();
        foreach (var (bits, max) in new[] { (32, rule.MaxIPv4), (128, rule.MaxIPv6) })
        {
            for (var s = 0; s < cells.Length && max is not null; s++)
            {
                if (!meeting.Cells[s].Any(cell => cell > 0)) continue;
                var perhaps = c.Standing is null || Forbidden(c.IsSweep, bits, max.Value, Rows(rest, s, bits, 1), [.. asked.Select(m => Row(m, s, bits, 1))], number);
                var surely = Forbidden(c.IsSweep, bits, max.Value, Rows(rest, s, bits, 2), [.. asked.Select(m => Row(m, s, bits, 2))], number);
                Mark(cells[s], meeting.Cells[s], bits, surely, perhaps);
            }
        }

        return meeting with { Cells = cells };
    }

    private static void Mark(int[] cells, int[] met, int bits, bool surely, bool perhaps)
    {
        for (var a = 0; a < cells.Length; a++)
        {
            if (Universe.Addresses[a].Bits != bits) continue;
            if (surely && met[a] == 2) cells[a] = 2;
            else if (perhaps && met[a] > 0) cells[a] = 1;
        }
    }

    private static bool Forbidden(bool sweep, int bits, long max, bool[][] rest, bool[][] asked, int number)
    {
        bool IsWide(int first) => Universe.Breadth(bits, a => rest.Any(r => r[a]) || asked.Take(first).Any(r => r[a])) > max;
        if (sweep) return IsWide(asked.Length);
        var stays = asked.Length;
        while (stays > 0 && IsWide(stays)) stays--;
        return number >= stays && asked[number].Where((mine, a) => mine && !rest.Any(r => r[a]) && !asked.Take(stays).Any(r => r[a])).Any();
    }

    private static bool[][] Rows(ModelMeeting[] met, int service, int bits, int least) => [.. met.Select(m => Row(m, service, bits, least))];

    private static bool[] Row(ModelMeeting? met, int service, int bits, int least) =>
        [.. Universe.Addresses.Select((cell, a) => met is not null && cell.Bits == bits && met.Cells[service][a] >= least)];
}
