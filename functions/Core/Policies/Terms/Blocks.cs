using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>CIDR blocks as an author writes them.</summary>
internal static class Blocks
{
    /// <summary>What is never internet, besides what a policy adds: RFC 1918, RFC 6598 (carriers' own addresses), loopback and link
    /// local of both families (RFC 1122, RFC 3927, RFC 4291), unique local IPv6 (RFC 4193).</summary>
    public static readonly AddressSet BuiltInPrivate = AddressSet.From(All(
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128"));

    /// <summary>One block; null and a problem when the text is none. Host bits are cleared with a warning, as EC2 clears them.</summary>
    public static Cidr? Read(TextNode term, Problems problems)
    {
        var text = term.Text;
        if (text is "0.0.0.0" or "::" || !Cidr.TryParse(text, out var block))
        {
            problems.Add(Codes.BadBlock, term.Place, $"{UserText.Quote(text)} is not a block of addresses", Help(text));
            return null;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && Cidr.TryParseAddress(text[..slash], out _, out var address) && address != block.First)
            problems.Add(Codes.HostBits, term.Place, $"{UserText.Quote(text)} does not begin its block", $"EC2 stores `{block}`: write that, or a longer prefix if one address was meant");
        return block;
    }

    private static Cidr[] All(params string[] texts)
    {
        var blocks = new Cidr[texts.Length];
        for (var i = 0; i < texts.Length; i++)
            if (!Cidr.TryParse(texts[i], out blocks[i])) throw new FormatException(texts[i]);
        return blocks;
    }

    private static string Help(string text)
    {
        if (text is "0.0.0.0" or "::") return $"write `{text}/0` for every address of the family";
        return text.Contains('/') && Cidr.TryParse(text[..text.IndexOf('/', StringComparison.Ordinal)], out var one)
            ? $"the prefix length is 0 to {Cidr.Width(one.Family)}"
            : "write it as `203.0.113.0/24` or `2001:db8::/32`, every part in decimal without leading zeros";
    }
}
