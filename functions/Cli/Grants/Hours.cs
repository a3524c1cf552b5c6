using System.CommandLine;
using System.Globalization;

namespace Remediator.Cli.Grants;

/// <summary>Hours on a command line: <c>8</c>, <c>0.5</c>. A comma is none of ours: 1,5 is fifteen to some readers.</summary>
internal static class Hours
{
    /// <summary>Ten years; limits say less.</summary>
    private const int Most = 87_600;

    public static Option<TimeSpan> Option(string description) => new("--hours")
    {
        Description = description,
        HelpName = "HOURS",
        Required = true,
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && Read(token.Value) is { } span) return span;
            result.AddError($"option `--hours` is `{(result.Tokens is [var other] ? other.Value : "")}`: expected hours above 0, such as `8` or `0.5`");
            return default;
        },
    };

    public static TimeSpan? Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= Most
            ? TimeSpan.FromSeconds((long)Math.Ceiling(hours * 3600))
            : null;
}
