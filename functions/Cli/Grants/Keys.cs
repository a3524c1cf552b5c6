using System.CommandLine;
using Remediator.Grants;

namespace Remediator.Cli.Grants;

/// <summary>Ids that people type.</summary>
internal static class Keys
{
    private const int EntryLength = 32;

    /// <summary>What a notice calls the id of an entry.</summary>
    public static bool IsEntry(string text) => text.Length == EntryLength && text.All(char.IsAsciiHexDigitLower);

    public static Argument<string> Entry() => Checked("KEY", "the id of the entry or of the measure, from its notice", IsEntry, "32 hexadecimal digits, as a notice shows them");

    public static Argument<string> Agreement() => Checked("ID", "the id of the lease or waiver, as `remediator lease list` shows it", AgreementId.IsOne, "12 hexadecimal digits, as `remediator lease list` shows them");

    private static Argument<string> Checked(string name, string description, Func<string, bool> isOne, string expected)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !isOne(token.Value)) result.AddError($"the {name} is `{token.Value}`: expected {expected}");
        });
        return argument;
    }
}
