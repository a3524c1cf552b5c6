using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>What people choose when they deploy.</summary>
public sealed class ParameterTests
{
    public static TheoryData<string> Templates => [Stack.Central.Path, Stack.Member.Path];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_parameter_is_explained_and_bounded(string template) => Assert.All(Yaml.Fields(new Stack(template).Root, "Parameters"), p =>
    {
        Assert.InRange(Yaml.Text(p.Node, "Description")!.Length, 20, 4000);
        if (Yaml.Find(p.Node, "AllowedValues") is { } values) Assert.All(Default(p.Node), d => Assert.Contains(d, Yaml.Items(values).Select(v => v.ToString())));
        else if (Yaml.Text(p.Node, "Type") == "Number") Assert.True(Yaml.Find(p.Node, "MinValue") is not null && Yaml.Find(p.Node, "MaxValue") is not null, $"{p.Name} has no bounds");
        else AssertPattern(p.Name, p.Node);
    });

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_parameter_stands_in_one_group_of_the_console(string template)
    {
        var root = new Stack(template).Root;
        var grouped = Yaml.Items(root, "Metadata", "AWS::CloudFormation::Interface", "ParameterGroups").SelectMany(g => Yaml.Items(g, "Parameters")).Select(p => p.ToString());
        Assert.Equal(Yaml.Fields(root, "Parameters").Select(p => p.Name).Order(StringComparer.Ordinal), grouped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fresh_deployment_asks_for_nothing() =>
        Assert.All(Yaml.Fields(Stack.Central.Root, "Parameters"), p => Assert.NotNull(Yaml.Find(p.Node, "Default")));

    [Theory]
    [InlineData("Email", "team@example.com", "team example.com")]
    [InlineData("Email", "", "@example.com")]
    [InlineData("OrganizationId", "o-exampleorgid", "ou-exampleorgid")]
    [InlineData("OrganizationId", "", "o-EXAMPLEORGID")]
    public void Patterns_take_what_is_meant_and_nothing_else(string parameter, string good, string bad)
    {
        var pattern = Yaml.Text(Stack.Central.Root, "Parameters", parameter, "AllowedPattern")!;
        Assert.Matches(pattern, good);
        Assert.DoesNotMatch(pattern, bad);
    }

    private static IEnumerable<string> Default(YamlNode parameter) => Yaml.Text(parameter, "Default") is { } value ? [value] : [];

    private static void AssertPattern(string name, YamlNode parameter)
    {
        var pattern = Yaml.Text(parameter, "AllowedPattern");
        Assert.True(pattern is ['^', .., '$'], $"{name} is text without a pattern from ^ to $");
        Assert.All(Default(parameter), d => Assert.Matches(new Regex(pattern!), d));
    }
}
