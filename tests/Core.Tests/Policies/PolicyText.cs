using System.Reflection;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Checks;

namespace Remediator.Core.Tests.Policies;

/// <summary>Policy texts for tests, and short ways to read them.</summary>
internal static class PolicyText
{
    public const string Head = "version: 1\nmode: enforce\n";

    /// <summary>The day on which the tests' policies are linted.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>What reading said, and then what the linter says of a policy that can be used.</summary>
    public static ImmutableArray<Diagnostic> Told(PolicyReading reading) =>
        reading.Policy is { } policy ? [.. reading.Diagnostics, .. Linter.Check(policy, Today)] : reading.Diagnostics;

    public static PolicyReading Read(string text) => PolicyReader.Read(text, "policy.yaml");

    /// <summary>A policy of one rule. Both parts are written in flow style: <c>{ peer: internet }</c>.</summary>
    public static string OneRule(string deny, string? unless = null, string above = "") =>
        $"{Head}{above}rules:\n- id: R1\n  name: a rule\n  why: because\n  deny: {deny}\n{(unless is null ? "" : $"  unless: {unless}\n")}";

    public static Policy Good(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Diagnostics);
        return Assert.IsType<Policy>(reading.Policy);
    }

    public static AddressSet Addresses(params string[] blocks) => AddressSet.From(blocks.Select(text =>
    {
        Assert.True(Cidr.TryParse(text, out var block), text);
        return block;
    }));

    public static IEnumerable<string> Codes(PolicyReading reading) => Codes(reading.Diagnostics);

    public static IEnumerable<string> Codes(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal);

    public static string SampleFolder => Path.Combine(
        typeof(PolicyText).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "functions", "Core", "Policies", "Samples");
}
