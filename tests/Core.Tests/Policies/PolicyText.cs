using System.Reflection;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

/// <summary>Policy texts for tests, and short ways to read them.</summary>
internal static class PolicyText
{
    public const string Head = "version: 1\nmode: enforce\n";

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

    public static IEnumerable<string> Codes(PolicyReading reading) => reading.Diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal);

    public static string SampleFolder => Path.Combine(
        typeof(PolicyText).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "functions", "Core", "Policies", "Samples");
}
