using System.Globalization;

namespace Remediator.Cli.Screens;

/// <summary>Small texts for people.</summary>
internal static class Counted
{
    /// <summary><c>1 rule</c>, <c>1,000 rules</c>, <c>no rules</c>.</summary>
    public static string Of(int count, string what, string? several = null) => count switch
    {
        0 => $"no {several ?? what + "s"}",
        1 => $"1 {what}",
        _ => $"{Number(count)} {several ?? what + "s"}",
    };

    /// <summary><c>1,000</c>.</summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
