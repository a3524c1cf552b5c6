using System.Globalization;
using System.Text.RegularExpressions;
using Remediator.Findings;
using Remediator.Policies;

namespace Remediator.Aws.Hosting;

/// <summary>Environment variables → <see cref="Settings"/>. A wrong value is a problem that names the variable, what was read and what
/// is expected; it never becomes a default.</summary>
public sealed partial class SettingsReader(Func<string, string?> environment, string packagedPolicy)
{
    private const int MostCharacters = 200;
    private const string InMemory = "memory";
    private const string ExpectedTable = "the name of a DynamoDB table (3 to 255 of `a-z A-Z 0-9 _ . -`), or `memory` for a ledger that lives as long as the process";

    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];

    public SettingsReading Read()
    {
        var mode = OneOf("REMEDIATOR_MODE", "observe", ("observe", Mode.Observe), ("enforce", Mode.Enforce));
        var hub = OneOf("REMEDIATOR_SECURITY_HUB", "on", ("on", true), ("off", false));
        var settings = new Settings(PolicyFile(), mode, Topic("REMEDIATOR_TOPIC_ARN"), hub) { LedgerTable = LedgerTable(mode), SweepEvery = SweepEvery(), ChatTopicArn = Topic("REMEDIATOR_CHAT_TOPIC_ARN") };
        if (Value("REMEDIATOR_MEMBER_ROLE") is { } role) Expect("REMEDIATOR_MEMBER_ROLE", role, "it not to be set, since this version acts on its own account only");
        return new(_problems.Count == 0 ? settings : null, [.. _problems], [.. _warnings]);
    }

    private string? Value(string name) => environment(name) is { Length: > 0 } value ? value : null;

    private T OneOf<T>(string name, string unset, params ReadOnlySpan<(string Text, T Value)> choices)
    {
        var read = Value(name) ?? unset;
        foreach (var (text, value) in choices)
        {
            if (read == text) return value;
        }

        Expect(name, read, $"`{choices[0].Text}` or `{choices[1].Text}`");
        return choices[0].Value;
    }

    private string PolicyFile()
    {
        var path = Value("REMEDIATOR_POLICY") ?? packagedPolicy;
        if (path.Contains("://", StringComparison.Ordinal)) Expect("REMEDIATOR_POLICY", path, "the path of a policy file");
        return path;
    }

    private string? Topic(string name)
    {
        var arn = Value(name);
        if (arn is null && name == "REMEDIATOR_TOPIC_ARN") _warnings.Add($"{name} is not set: nobody is sent a notice");
        if (arn is null) return null;
        if (arn.Split(':') is not ["arn", _, "sns", { Length: > 0 }, { Length: > 0 }, { Length: > 0 }]) Expect(name, arn, "`arn:PARTITION:sns:REGION:ACCOUNT:NAME`");
        else if (arn.EndsWith(".fifo", StringComparison.Ordinal)) Expect(name, arn, "a standard topic, since a FIFO topic has no readers by mail, text or chat");
        return arn;
    }

    /// <summary>Null: in memory.</summary>
    private string? LedgerTable(Mode mode)
    {
        var table = Value("REMEDIATOR_LEDGER_TABLE");
        if (table is null && mode == Mode.Enforce) _problems.Add($"REMEDIATOR_LEDGER_TABLE is not set and REMEDIATOR_MODE is `enforce`: expected {ExpectedTable}");
        else if (table is null) _warnings.Add("REMEDIATOR_LEDGER_TABLE is not set: the ledger lives as long as the process");
        else if (table == InMemory) return null;
        // Another spelling of `memory` is no table: it would be looked for in vain.
        else if (!TableName().IsMatch(table) || table.Equals(InMemory, StringComparison.OrdinalIgnoreCase)) Expect("REMEDIATOR_LEDGER_TABLE", table, ExpectedTable);
        return table;
    }

    private TimeSpan SweepEvery()
    {
        const int usual = 6;
        if (Value("REMEDIATOR_SWEEP_HOURS") is not { } read) return TimeSpan.FromHours(usual);
        if (int.TryParse(read, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= 168) return TimeSpan.FromHours(hours);
        Expect("REMEDIATOR_SWEEP_HOURS", read, "whole hours, `1` to `168`");
        return TimeSpan.FromHours(usual);
    }

    private void Expect(string name, string read, string expected) => _problems.Add($"{name} is `{Shown(read)}`: expected {expected}");

    private static string Shown(string text) => SafeText.Line(text, MostCharacters).Replace('`', '\'');

    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html</summary>
    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{3,255}\z")]
    private static partial Regex TableName();
}
