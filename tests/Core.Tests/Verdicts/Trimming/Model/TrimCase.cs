namespace Remediator.Core.Tests.Verdicts.Trimming.Model;

/// <summary>A case of trim in plain numbers: services and addresses by their place in <see cref="TrimUniverse"/>, traffic as a table.</summary>
/// <param name="Protocol">With From and To the permission's services as EC2 spells them.</param>
/// <param name="Own">The permission's services.</param>
/// <param name="Peer">The block that is the permission's peer; null: a prefix list that was read, or with <paramref name="Exact"/> false a group.</param>
/// <param name="Reach">The peer's addresses, at least one.</param>
/// <param name="Named">Protocols that the policy names.</param>
internal sealed record TrimCase(
    TrimUniverse Universe,
    string Protocol,
    int? From,
    int? To,
    bool[] Own,
    string? Peer,
    bool[] Reach,
    bool Exact,
    (bool[,] Denied, bool[,] Allowed)[] Rules,
    bool[,] Waived,
    int[] Named)
{
    public override string ToString() =>
        $"{Protocol} {From}-{To} from {Peer ?? (Exact ? "a list" : "a group")} {Row(Reach)}; {string.Join("; ", Rules.Select(r => $"deny {Table(r.Denied)} unless {Table(r.Allowed)}"))}; waived {Table(Waived)}; named {string.Join(' ', Named)}";

    private static string Row(bool[] row) => string.Concat(row.Select(b => b ? '#' : '.'));

    private static string Table(bool[,] table) => string.Join(' ', Enumerable.Range(0, table.GetLength(0))
        .Select(s => (Service: s, Row: Row([.. Enumerable.Range(0, table.GetLength(1)).Select(a => table[s, a])])))
        .Where(x => x.Row.Contains('#', StringComparison.Ordinal)).Select(x => $"{TrimUniverse.Services[x.Service].Name}:{x.Row}"));
}
