using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>Peers: <c>anywhere</c> (every address), <c>internet</c> (every address that is not private), <c>private</c>, a network of
/// the file, a block of addresses, or a symbol (<see cref="PeerSymbols"/>).</summary>
internal sealed class PeerTerms(AddressSet privateAddresses, Vocabulary<Chosen> groups) : TermKind<PeerSet>
{
    private static readonly string[] Names = ["anywhere", "internet", "private"];
    private readonly PeerSet internet = PeerSet.Of(AddressSet.All.Minus(privateAddresses));
    private readonly PeerSet ours = PeerSet.Of(privateAddresses);
    private readonly PeerSymbols symbols = new(groups);

    public override string Noun => "network";

    public override DiagnosticCode Unknown => Codes.UnknownNetwork;

    public override DiagnosticCode Unused => Codes.UnusedNetwork;

    public override IReadOnlyCollection<string> BuiltInNames => Names;

    public override string Example => "`203.0.113.0/24`";

    public override PeerSet? BuiltIn(string name) => name switch
    {
        "anywhere" => PeerSet.Anywhere,
        "internet" => internet,
        "private" => ours,
        _ => null,
    };

    public override bool IsInline(string text) =>
        text.Length > 0 && (text.Contains('/') || text.Contains(':') || char.IsAsciiDigit(text[0]) || PeerSymbols.IsOne(text));

    public override PeerSet? Inline(TextNode term, Problems problems)
    {
        if (PeerSymbols.IsOne(term.Text)) return symbols.Read(term, problems) is { } symbol ? new(AddressSet.Empty, [symbol]) : null;
        if (PeerSymbols.MeantBy(term.Text) is not { } meant) return Blocks.Read(term, problems) is { } block ? PeerSet.Of(AddressSet.From(block)) : null;
        problems.Add(Codes.UnknownNetwork, term.Place, $"{UserText.Quote(term.Text)} is no peer", $"did you mean {UserText.Quote(meant)}?");
        return null;
    }

    public override string? MeantFor(string text) => text.ToLowerInvariant() switch
    {
        "any" or "all" or "*" or "everyone" or "everywhere" or "world" => "anywhere",
        "public" => "internet",
        "internal" or "rfc1918" => "private",
        "itself" or "this" => "self",
        var id when id.StartsWith("sg-", StringComparison.Ordinal) => $"group:{text}",
        var id when id.StartsWith("pl-", StringComparison.Ordinal) => $"prefix-list:{text}",
        _ => null,
    };

    public override bool IsReserved(string text) => text is "group" or "prefix-list"
        || text.StartsWith("sg-", StringComparison.Ordinal) || text.StartsWith("pl-", StringComparison.Ordinal);

    public override PeerSet Union(IReadOnlyList<PeerSet> sets)
    {
        if (sets.Count == 1) return sets[0];
        var addresses = Halved(sets, static (a, b) => PeerSet.Of(a.Addresses.Union(b.Addresses))).Addresses;
        return new(addresses, [.. sets.SelectMany(set => set.Symbols).DistinctBy(symbol => symbol.Text, StringComparer.Ordinal)]);
    }

    public override long Pieces(PeerSet set) => set.Addresses.IPv4.Intervals.Length + set.Addresses.IPv6.Intervals.Length + set.Symbols.Length;
}
