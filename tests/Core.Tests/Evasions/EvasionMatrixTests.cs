using System.Reflection;

namespace Remediator.Core.Tests.Evasions;

/// <summary>The ways around a policy, each from the event to what stands in the group afterwards; and the README's table of them.</summary>
/// <remarks><c>REMEDIATOR_REWRITE_EXPECTED=1 dotnet test tests/Core.Tests --filter EvasionMatrix</c> prints the table into the README.</remarks>
public sealed class EvasionMatrixTests
{
    private const string Begin = "<!-- evasions: printed by the tests -->";
    private const string End = "<!-- end of evasions -->";

    private static readonly string Root =
        typeof(EvasionMatrixTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Names => [.. Matrix.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_way_around_ends_as_the_table_says(string name)
    {
        var evasion = Matrix.All.Single(e => e.Name == name);
        var attacker = await Tried(evasion);

        Assert.Equal(evasion.Gone.Order(StringComparer.Ordinal), attacker.Gone.Order(StringComparer.Ordinal));
        Assert.Equal(evasion.Stays.Order(StringComparer.Ordinal), attacker.Stays.Order(StringComparer.Ordinal));
        Assert.Equal(evasion.Told, attacker.Told);
    }

    [Fact]
    public async Task The_readme_shows_what_becomes_of_each()
    {
        var readme = Path.Combine(Root, "README.md");
        var text = await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= Begin.Length && to > from, $"README.md has no {Begin} … {End}");
        var table = await Table();
        if (Environment.GetEnvironmentVariable("REMEDIATOR_REWRITE_EXPECTED") == "1")
            await File.WriteAllTextAsync(readme, $"{text[..from]}\n{table}{text[to..]}", TestContext.Current.CancellationToken);
        else
            Assert.Equal(table, text[from..to].TrimStart('\n'));
    }

    private static async Task<string> Table()
    {
        var lines = new List<string> { "", "| the way around | what is tried | what becomes of it |", "|---|---|---|" };
        foreach (var evasion in Matrix.All)
            lines.Add($"| {evasion.Name} | {evasion.Tried} | {Ending(await Tried(evasion))} |");
        return string.Join('\n', lines.Skip(1)) + "\n";
    }

    private static async Task<Attacker> Tried(Evasion evasion)
    {
        var attacker = new Attacker(await File.ReadAllTextAsync(Path.Combine(Root, "tests", "Core.Tests", "Evasions", "evasions.yaml"), TestContext.Current.CancellationToken));
        await evasion.Try(attacker);
        return attacker;
    }

    private static string Ending(Attacker attacker)
    {
        List<string> parts = [];
        if (attacker.Gone.Any()) parts.Add($"revoked: {Few(attacker.Gone)}");
        if (attacker.Stays.Any()) parts.Add($"stays: {Few(attacker.Stays)}");
        if (attacker.Told.Any()) parts.Add($"told, as perhaps forbidden by {string.Join(", ", attacker.Told)}");
        return string.Join("; ", parts);
    }

    private static string Few(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return all.Count <= 3 ? string.Join(", ", all) : $"{all[0]} and {all.Count - 1} more";
    }
}
