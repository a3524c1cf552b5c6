using System.Text.RegularExpressions;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Core.Tests.Policies;

/// <summary>What holds for every good sample.</summary>
public class SampleNetworkTests
{
    private static readonly string[] Networks = ["defence-in-depth.yaml", "devops-test.yaml", "e-commerce-shop.yaml", "three-tier-platform.yaml"];

    public static TheoryData<string> Good => [.. SampleFiles.Good];

    [Fact]
    public void Samples_are_the_default_and_the_networks() =>
        Assert.Equal(["default.yaml", .. Networks], SampleFiles.Good.OrderBy(file => file != "default.yaml").ThenBy(file => file, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Good))]
    public void Sample_is_without_a_problem_and_its_tests_pass(string file) => PolicyTests.AllPass(SampleFiles.Policy(file));

    [Theory]
    [MemberData(nameof(Good))]
    public void Sample_only_observes_and_has_guardrails(string file)
    {
        var policy = SampleFiles.Policy(file);
        Assert.Equal(Mode.Observe, policy.Mode);
        Assert.NotNull(policy.Guardrails?.Fight);
        Assert.NotNull(policy.Guardrails.Protected);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Sample_begins_with_its_schema_for_editors(string file)
    {
        const string Line = "# yaml-language-server: $schema=";
        var first = SampleFiles.Text(file).Split('\n')[0];
        Assert.StartsWith(Line, first, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(PolicyText.SampleFolder, first[Line.Length..])));
    }

    [Fact]
    public void Rule_ids_are_of_the_shipped_kind_and_each_is_used_once_in_all_samples()
    {
        var ids = SampleFiles.Good.SelectMany(file => SampleFiles.Policy(file).Rules.Select(rule => rule.Id).Distinct()).ToList();
        Assert.All(ids, id => Assert.Matches("^SG[0-9]{3}$", id));
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Rules_are_named_in_words_and_say_why(string file) => Assert.All(SampleFiles.Policy(file).Rules, rule =>
    {
        Assert.Matches("^[a-z]+(-[a-z]+)*$", Regex.Replace(rule.Name, "[0-9]+", "n"));
        Assert.EndsWith(".", rule.Why, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Good))]
    public void Rules_and_baselines_each_have_a_test_that_expects_them(string file)
    {
        var policy = SampleFiles.Policy(file);
        var expected = policy.Tests.SelectMany(test => test.Expect.Rules ?? []).ToHashSet();
        var ids = policy.Rules.Select(rule => rule.Id).Concat(policy.Baselines.Select(baseline => baseline.Id)).Concat(policy.Changes.Select(change => change.Id));
        Assert.Empty(ids.Except(expected));
    }

    /// <summary>Names and tags as these services give them.</summary>
    [Theory]
    [InlineData("eks-cluster-sg-shop-1234567890", null)]
    [InlineData("k8s-traffic-shop-0a1b2c3d4e", null)]
    [InlineData("k8s-elb-a0123456789abcdef", null)]
    [InlineData("d-9367000000_controllers", null)]
    [InlineData("ElasticMapReduce-master", null)]
    [InlineData("GuardDutyManagedSecurityGroup-vpc-0123456789abcdef0", null)]
    [InlineData("nodes", "aws:eks:cluster-name")]
    [InlineData("stack-Web-1ABCDEF", "aws:cloudformation:stack-name")]
    public void Groups_that_others_run_are_protected_in_every_sample(string name, string? tag)
    {
        var group = new GroupFacts(new("111122223333", "eu-west-1", "sg-0a")) { Name = name, Tags = tag is null ? [] : [KeyValuePair.Create(tag, "x")] };
        Assert.All(SampleFiles.Good, file => Assert.Equal(Selection.Yes, SampleFiles.Policy(file).Guardrails!.Protected!.Choose(group)));
    }

    [Fact]
    public void Groups_of_ones_own_are_protected_in_no_sample()
    {
        var group = new GroupFacts(new("111122223333", "eu-west-1", "sg-0a")) { Name = "web-sg", Tags = [KeyValuePair.Create("Name", "web")] };
        Assert.All(SampleFiles.Good, file => Assert.Equal(Selection.No, SampleFiles.Policy(file).Guardrails!.Protected!.Choose(group)));
    }
}
