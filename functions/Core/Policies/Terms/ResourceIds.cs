namespace Remediator.Policies.Terms;

/// <summary>Ids that EC2 gives: a prefix and letters or digits.</summary>
internal static class ResourceIds
{
    private const int Longest = 64;

    public static bool IsGroup(string text) => Is(text, "sg-");

    public static bool IsPrefixList(string text) => Is(text, "pl-");

    /// <summary>12 digits (https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html).</summary>
    public static bool IsAccount(string text) => text.Length == 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool Is(string text, string prefix) =>
        text.Length > prefix.Length && text.Length <= Longest && text.StartsWith(prefix, StringComparison.Ordinal) && text.Skip(prefix.Length).All(char.IsAsciiLetterOrDigit);
}
