using System.Text.RegularExpressions;

namespace Remediator.Findings;

/// <summary>Text that is safe on one line → text that no chat reads as anything but text.</summary>
/// <remarks>Slack and Microsoft Teams read different dialects of markdown: what either could read as more than text stands as code, where
/// neither formats. Entities as in https://docs.slack.dev/messaging/formatting-message-text. Nobody is mentioned, and no address can be tapped but the one of
/// <see cref="FindingLink"/>.</remarks>
internal static partial class ChatText
{
    public static string Of(string line) => FindingLink.IsOne(line) ? line : NeedsCode().IsMatch(line) ? Code(line) : Plain(line);

    /// <summary>As code, which it cannot end.</summary>
    public static string Code(string line) => $"`{Plain(line)}`";

    /// <summary>For what is no markdown: a word among words.</summary>
    public static string Word(string text) => Marks().Replace(Plain(text), "-");

    private static string Plain(string line) => line
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace('`', '\'')
        .Replace("@", "(at)", StringComparison.Ordinal)
        .Replace("://", "[:]//", StringComparison.Ordinal);

    /// <summary>Marks of either dialect, a quote, an image, or what Slack takes for the name of an emoji.</summary>
    [GeneratedRegex(@"[*_~\[\]()|#\\<>&!`@]|://|:[0-9'_+-]*[A-Za-z][A-Za-z0-9'_+-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex NeedsCode();

    [GeneratedRegex(@"[^A-Za-z0-9.:/-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
