using System.Globalization;
using System.Text;
using Remediator.Diagnostics;
using Remediator.Policies;
using Remediator.Policies.Reading;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Core.Tests.Policies;

/// <summary>The reference page says what the code does.</summary>
public class ReferenceTests
{
    public static TheoryData<int> Examples => [.. Reference.Examples().Select(example => example.Line)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_is_a_policy_without_a_problem_and_its_tests_pass(int line)
    {
        var (policy, diagnostics) = SampleFiles.Read(Encoding.UTF8.GetBytes(Reference.Examples().Single(example => example.Line == line).Yaml), $"REFERENCE.md, from line {line},");
        Assert.Empty(diagnostics.Where(d => !IsOfSmallExamples(d.Code)));
        PolicyTests.AllPass(Assert.IsType<Policy>(policy));
    }

    [Fact]
    public void Examples_are_many_and_most_have_tests()
    {
        var examples = Reference.Examples().ToList();
        Assert.InRange(examples.Count(example => example.Yaml.Contains("\ntests:\n", StringComparison.Ordinal)), 8, examples.Count);
    }

    [Fact]
    public void Codes_are_all_listed_as_they_are()
    {
        var listed = Reference.Rows(Reference.Section("Diagnostics")).Select(cells => string.Join(" | ", cells));
        Assert.Equal(Codes.All.Select(code => $"{code.Id} | {Kind(code)} | {code.Title} | {code.Meaning}"), listed);
    }

    [Fact]
    public void Built_in_services_are_all_listed_as_they_are()
    {
        var listed = Reference.Rows(Reference.Section("Services").SkipWhile(line => line != "<!-- built-in services -->")).ToDictionary(cells => cells[0].Trim('`'), cells => cells[1].Replace("`", "", StringComparison.Ordinal));
        var known = BuiltInServices.Names.Where(name => BuiltInServices.Find(name) is not null).ToDictionary(name => name, name => string.Join(", ", BuiltInServices.Find(name)!));
        Assert.Equal(known.OrderBy(pair => pair.Key, StringComparer.Ordinal), listed.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Protocols_are_all_named() =>
        Assert.Empty(Protocols.Names.Where(name => !string.Join('\n', Reference.Section("Services")).Contains($"`{name}`", StringComparison.Ordinal)));

    [Fact]
    public void Private_addresses_are_all_named() =>
        Assert.Empty(Blocks.BuiltInPrivate.ToCidrs().Where(block => !string.Join('\n', Reference.Section("Peers")).Contains(block.ToString(), StringComparison.Ordinal)));

    [Fact]
    public void Limits_are_those_of_the_reader()
    {
        var listed = Reference.Rows(Reference.Section("Limits")).ToDictionary(cells => cells[0], cells => cells[1]);
        Assert.Equal(PolicyReader.LargestText, 4 * 1024 * 1024);
        Assert.Equal("4 MiB of UTF-8", listed["the file"]);
        Assert.Equal(Number(Composer.DeepestNesting), listed["lists and mappings in each other"]);
        Assert.Equal(Number(Composer.MostValues), listed["values, each alias counted as what it stands for"]);
        Assert.Equal(Number(Composer.MostAliases), listed["anchors and aliases"]);
        Assert.Equal($"{Number(Texts.LongestName)} characters", listed["an id or a name"]);
        Assert.Equal($"{Number(Texts.LongestTitle)} characters", listed["`name` of a rule, a requirement or a test"]);
        Assert.Equal($"{Number(Texts.LongestWhy)} characters", listed["`why`"]);
        Assert.Equal($"{Number(Texts.LongestControl)} characters", listed["a control"]);
        Assert.Equal($"{Number(Patterns.Longest)} characters", listed["a pattern"]);
    }

    public static TheoryData<string, string> Tables => new()
    {
        { "The file", nameof(Keys.Policy) },
        { "Rules", nameof(Keys.Rule) },
        { "Groups", nameof(Keys.Selector) },
        { "Baselines", nameof(Keys.Baseline) },
        { "Change control", nameof(Keys.Changes) },
        { "Requirements", nameof(Keys.Requirement) },
        { "Threats", nameof(Keys.Threat) },
        { "Tests", nameof(Keys.Given) },
        { "Tests", nameof(Keys.Expect) },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Section_explains_every_key_in_a_table(string section, string keys)
    {
        var explained = Reference.Rows(Reference.Section(section)).SelectMany(cells => Quoted(cells[0])).ToHashSet();
        Assert.Empty(SchemaKeys.Known(keys).Except(explained));
    }

    [Theory]
    [InlineData("Threats", nameof(Keys.AclNumbers))]
    [InlineData("Waivers, guardrails, notices", nameof(Keys.Waivers))]
    [InlineData("Waivers, guardrails, notices", nameof(Keys.Widest))]
    [InlineData("Waivers, guardrails, notices", nameof(Keys.Revocations))]
    [InlineData("Waivers, guardrails, notices", nameof(Keys.Fight))]
    [InlineData("Waivers, guardrails, notices", nameof(Keys.Digest))]
    [InlineData("Baselines", nameof(Keys.Entry))]
    [InlineData("Change control", nameof(Keys.Allow))]
    [InlineData("Requirements", nameof(Keys.OfGroup))]
    [InlineData("Requirements", nameof(Keys.OfPermission))]
    [InlineData("Tests", nameof(Keys.Facts))]
    [InlineData("Tests", nameof(Keys.PrefixList))]
    public void Section_mentions_every_key(string section, string keys)
    {
        var text = string.Join('\n', Reference.Section(section));
        Assert.Empty(SchemaKeys.Known(keys).Where(key => !text.Contains($"`{key}", StringComparison.Ordinal) && !text.Contains($" {key}:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Standards_are_those_that_the_default_policy_names()
    {
        var listed = Reference.Rows(Reference.Section("Standards")).Where(cells => cells[2] != "none").ToDictionary(cells => cells[0], cells => cells[2]);
        var named = SampleFiles.Policy("default.yaml").Rules
            .SelectMany(rule => rule.Controls.Select(control => (control, rule.Id)))
            .GroupBy(pair => pair.control, pair => pair.Id)
            .ToDictionary(group => group.Key, group => string.Join(", ", group.Order(StringComparer.Ordinal)));
        Assert.Equal(named.OrderBy(pair => pair.Key, StringComparer.Ordinal), listed.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Kind(DiagnosticCode code) => code.IsRetired ? "retired" : code.Severity == DiagnosticSeverity.Error ? "error" : "warning";

    /// <summary>An example shows one thing: it may have no rule, no guardrails, a name that only its text uses.</summary>
    private static bool IsOfSmallExamples(string code) =>
        code == Codes.NoRules.Id || code == Codes.NoGuardrails.Id || code == Codes.UnusedGroup.Id || code == Codes.UnusedNetwork.Id || code == Codes.UnusedService.Id;

    private static IEnumerable<string> Quoted(string cell) => cell.Split('`').Where((_, i) => i % 2 == 1);
}
