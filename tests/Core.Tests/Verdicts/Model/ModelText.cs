namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>A case in words, for whoever has to find out what went wrong with it.</summary>
internal static class ModelText
{
    public static string Of(ModelCase c, int number) => string.Join('\n',
    [
        $"asked {c.Asked[number]} of {Join(c.Asked)}; standing {(c.Standing is null ? "unknown" : Join(c.Standing))}; sweep {c.IsSweep}; enforces {c.PolicyEnforces}; by {c.OpenedBy}",
        $"own {c.Own}; peers {Join(c.Peers)}",
        .. c.Lists.Select(l => $"{l.Id} {l.Name} of {l.Owner}: {(l.Entries is null ? $"unread, in vain {l.AskedInVain}" : Join(l.Entries))}"),
        .. c.Waivers.Select(w => $"{w.Id} {w.GroupId} ingress={w.Ingress} {Join(w.Services)} from {Join(w.Blocks)} {Join(w.Peers)} {w.From} to {w.Until}"),
        .. c.Rules.Select(r => $"{r.Kind} {r.Id} ingress={r.Ingress} deny=[{Show(r.Deny)}] unless=[{Show(r.Unless)}] groups={r.Groups} severity={r.Severity} action={r.Action}/{r.Undecided} enforces={r.Enforces} max={r.HasLimit} {r.MaxIPv4}/{r.MaxIPv6} allows={r.Allows}"),
    ]);

    private static string Join<T>(IEnumerable<T> items) => string.Join(", ", items);

    private static string Show(ModelProduct[] products) => string.Join(" | ", products.Select(p =>
        $"{Join(p.Services.Select(s => $"{s.First}-{s.Last}/{s.From}-{s.To}"))} × {Join(p.Peers.Select(t => $"{t.Kind} {t.Text}{t.Selector}"))}"));
}
