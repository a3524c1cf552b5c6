using System.Text.RegularExpressions;
using Remediator.Cli.Inputs;
using Remediator.Diagnostics;

namespace Remediator.Cli.Live;

/// <summary>Options and environment → where to act, or every reason why that is nowhere.</summary>
internal static partial class LivePlaceReader
{
    /// <summary>The ledger of a function without a table: it is gone when the process ends.</summary>
    private const string Memory = "memory";

    public static LivePlace? Read(string? table, string? region, Surroundings world, List<Problem> problems)
    {
        var (tableName, tableValue) = Value(table, "--table", LiveChoices.TableVariable, world);
        if (tableValue is null)
            problems.Add(Problem.Error(null, "no ledger table is named", $"give --table, or set {LiveChoices.TableVariable}"));
        else if (tableValue == Memory)
            problems.Add(Problem.Error(null, $"{tableName} is `memory`, a ledger that ends with this process: nothing that is recorded in it would hold", "name the DynamoDB table that the functions use"));
        else if (!TableForm().IsMatch(tableValue))
            problems.Add(Problem.Error(null, $"{tableName} is {UserText.Quote(tableValue)}, which names no DynamoDB table", "write 3 to 255 letters, digits, `_`, `-` or `.`"));
        var regionValue = ReadRegion(region, world, problems);
        return problems.Count == 0 ? new(tableValue!, regionValue!) : null;
    }

    /// <summary>Null where it is not named, or is none: then the problems say why.</summary>
    public static string? ReadRegion(string? region, Surroundings world, List<Problem> problems)
    {
        var (name, value) = Value(region, "--region", LiveChoices.RegionVariable, world);
        if (value is null)
            problems.Add(Problem.Error(null, "no region is named", $"give --region, or set {LiveChoices.RegionVariable}"));
        else if (RegionForm().IsMatch(value))
            return value;
        else
            problems.Add(Problem.Error(null, $"{name} is {UserText.Quote(value)}, which names no region", "write it as `eu-west-1`"));
        return null;
    }

    private static (string Name, string? Value) Value(string? option, string optionName, string variable, Surroundings world) =>
        option is not null ? (optionName, option) : (variable, world.Environment(variable) is { Length: > 0 } set ? set : null);

    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_.-]{3,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TableForm();

    /// <summary>It becomes part of a host's name.</summary>
    [GeneratedRegex(@"^[a-z]{2,}(-[a-z0-9]+){1,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegionForm();
}
