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
        if (Plain(text) is { } plain) return plain;
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

    /// <summary>The way of nearly every block in a long list: four numbers and a length, spelled as EC2 spells them, host bits zero.
    /// Null for anything else, which is then read with care.</summary>
    private static Cidr? Plain(string text)
    {
        uint address = 0;
        var at = 0;
        for (var part = 0; part < 4; part++)
        {
            if (Number(text, ref at, part == 3 ? '/' : '.') is not ({ } number and <= byte.MaxValue)) return null;
            address = (address << 8) | (uint)number;
        }

        if (Number(text, ref at, '\0') is not ({ } length and <= 32)) return null;
        var block = Cidr.Around(AddressFamily.IPv4, address, length);
        return block.First == address ? block : null;
    }

    /// <summary>A decimal number without leading zeros, up to and with the character that must follow; NUL: up to the end.</summary>
    private static int? Number(string text, ref int at, char until)
    {
        var (from, number) = (at, 0);
        for (; at < text.Length && at - from < 3 && char.IsAsciiDigit(text[at]); at++) number = (10 * number) + (text[at] - '0');
        if (at == from || (at - from > 1 && text[from] == '0')) return null;
        if (until == '\0') return at == text.Length ? number : null;
        return at < text.Length && text[at++] == until ? number : null;
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
