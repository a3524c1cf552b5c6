namespace Remediator.Cli.Describe;

internal static class Ids
{
    /// <summary>Whether it is an id of this kind, such as <c>sg-0123</c>: nothing but letters, digits and hyphens.</summary>
    public static bool Is(string? text, string prefix) =>
        text is { Length: > 3 and <= 64 } && text.StartsWith(prefix, StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
