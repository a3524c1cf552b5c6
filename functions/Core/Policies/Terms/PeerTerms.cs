using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>Peers: <c>anywhere</c> (every address), <c>internet</c> (every address that is not private), <c>private</c>, a network of
/// the file, a block of addresses.</summary>
internal sealed class PeerTerms(AddressSet privateAddresses) : TermKind<AddressSet>
{
    private static readonly string[] Names = ["anywhere", "internet", "private"];
    private readonly AddressSet internet = AddressSet.All.Minus(privateAddresses);

    public override string Noun => "network";

    public override DiagnosticCode Unknown => Codes.UnknownNetwork;

    public override DiagnosticCode Unused => Codes.UnusedNetwork;

    public override IReadOnlyCollection<string> BuiltInNames => Names;

    public override string Example => "`203.0.113.0/24`";

    public override AddressSet? BuiltIn(string name) => name switch
    {
        "anywhere" => AddressSet.All,
        "internet" => internet,
        "private" => privateAddresses,
        _ => null,
    };

    public override bool IsInline(string text) => text.Length > 0 && (text.Contains('/') || text.Contains(':') || char.IsAsciiDigit(text[0]));

    public override AddressSet? Inline(TextNode term, Problems problems) =>
        Blocks.Read(term, problems) is { } block ? AddressSet.From(block) : null;

    public override string? MeantFor(string text) => text.ToLowerInvariant() switch
    {
        "any" or "all" or "*" or "everyone" or "everywhere" or "world" => "anywhere",
        "public" => "internet",
        "internal" or "rfc1918" => "private",
        _ => null,
    };

    public override bool IsOfLater(string text) => text is "self" or "foreign-prefix-list"
        || text.StartsWith("group:", StringComparison.Ordinal) || text.StartsWith("prefix-list:", StringComparison.Ordinal)
        || text.StartsWith("sg-", StringComparison.Ordinal) || text.StartsWith("pl-", StringComparison.Ordinal);

    public override AddressSet Union(AddressSet a, AddressSet b) => a.Union(b);

    public override int Pieces(AddressSet set) => set.IPv4.Intervals.Length + set.IPv6.Intervals.Length;
}
