using Remediator.Diagnostics;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>Peers that are not addresses: <c>self</c>, <c>foreign-prefix-list</c>, <c>group:NAME</c>, <c>group:sg-…</c>,
/// <c>prefix-list:NAME</c>, <c>prefix-list:pl-…</c>.</summary>
internal sealed class PeerSymbols(Vocabulary<Chosen> groups)
{
    /// <summary>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateManagedPrefixList.html: up to 255 characters.</summary>
    private const int LongestListName = 255;

    private const string GroupPrefix = "group:";
    private const string ListPrefix = "prefix-list:";

    public static bool IsOne(string text) => text is "self" or "foreign-prefix-list"
        || text.StartsWith(GroupPrefix, StringComparison.Ordinal) || text.StartsWith(ListPrefix, StringComparison.Ordinal);

    /// <summary>The symbol that a misspelled prefix most likely means; null for what may be an IPv6 address.</summary>
    public static string? MeantBy(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || text.AsSpan(0, colon).ContainsAnyExceptInRange('-', 'z') || text.Take(colon).All(char.IsAsciiHexDigit)) return null;
        var prefix = text[..colon].ToLowerInvariant() switch
        {
            "sg" or "security-group" => "group",
            "pl" or "prefixlist" => "prefix-list",
            var other => Nearest.To(other, ["group", "prefix-list"]),
        };
        return prefix is null ? null : $"{prefix}{text[colon..]}";
    }

    /// <summary>The symbol, or null and a problem.</summary>
    public PeerSymbol? Read(TextNode term, Problems problems)
    {
        if (term.Text == "self") return new PeerSymbol.Self();
        if (term.Text == "foreign-prefix-list") return new PeerSymbol.ForeignPrefixList();
        return term.Text.StartsWith(ListPrefix, StringComparison.Ordinal) ? List(term, problems) : Group(term, problems);
    }

    private PeerSymbol.Group? Group(TextNode term, Problems problems)
    {
        var name = term.Text[GroupPrefix.Length..];
        if (name.Length > 0) return groups.Read(term with { Text = name, IsPlain = false }) is { } chosen ? new(chosen.Selector, name) : null;
        problems.Add(Codes.BadResourceId, term.Place, "`group:` names no group", "write `group:NAME` with a name under `groups`, or `group:sg-0123456789abcdef0`");
        return null;
    }

    private static PeerSymbol.PrefixList? List(TextNode term, Problems problems)
    {
        var name = term.Text[ListPrefix.Length..];
        var isGood = name.StartsWith("pl-", StringComparison.Ordinal)
            ? ResourceIds.IsPrefixList(name)
            : name.Length is > 0 and <= LongestListName && name.EnumerateRunes().All(UserText.IsPlain) && name.Trim() == name;
        if (isGood) return new(name);
        problems.Add(Codes.BadResourceId, term.Place, $"{UserText.Quote(term.Text)} names no prefix list", "write `prefix-list:pl-0123456789abcdef0`, or `prefix-list:` and the list's name");
        return null;
    }
}
