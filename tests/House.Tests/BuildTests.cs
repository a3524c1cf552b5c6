using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Remediator.House.Tests;

/// <summary>How the functions get from sources to Lambda, and under the test tool.</summary>
public sealed partial class BuildTests
{
    /// <summary>What the tool says of every invocation: https://github.com/aws/aws-lambda-dotnet/blob/master/Tools/LambdaTestTool-v2/src/Amazon.Lambda.TestTool/Models/EventContainer.cs.</summary>
    private const string ToolsAccount = "123412341234";
    private const string ToolsRegion = "us-west-2";
    private const string Saved = "functions/Sandbox/TestTool/SavedRequests";

    public static TheoryData<string> Functions => [.. Stack.Central.Functions];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_is_built_by_the_makefile_and_runs_on_a_runtime_that_is_written_out(string function)
    {
        var resource = Yaml.Find(Stack.Central.Root, "Resources", function)!;
        Assert.Equal("makefile", Yaml.Text(resource, "Metadata", "BuildMethod"));
        Assert.Equal("functions/", Yaml.Text(resource, "Properties", "CodeUri"));
        Assert.Equal("dotnet10", Yaml.Text(resource, "Properties", "Runtime"));
        Assert.Equal("Architecture", Assert.Single(Yaml.Items(resource, "Properties", "Architectures")).ToString());
        Assert.Contains("build-%:", Repository.Lines("functions/Makefile"));
    }

    [Fact]
    public void The_makefile_knows_the_processors_that_can_be_chosen_and_has_the_same_default()
    {
        var makefile = Repository.Text("functions/Makefile");
        Assert.All(Yaml.Items(Stack.Central.Root, "Parameters", "Architecture", "AllowedValues"), a => Assert.Contains($"RUNTIME_{a} :=", makefile, StringComparison.Ordinal));
        Assert.Contains($"ARCHITECTURE ?= {Yaml.Text(Stack.Central.Root, "Parameters", "Architecture", "Default")}\n", makefile, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default", "observe")]
    [InlineData("observe", "observe")]
    [InlineData("enforce", "enforce")]
    public void Each_environment_of_sam_builds_in_the_repository_and_sets_its_mode(string environment, string mode)
    {
        var section = Section().Matches(Repository.Text("samconfig.toml")).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["body"].Value);
        Assert.Contains("build_in_source = true", section[$"{environment}.build.parameters"], StringComparison.Ordinal);
        Assert.Contains($"parameter_overrides = \"Mode={mode}\"", section[$"{environment}.deploy.parameters"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_has_a_launch_profile_for_the_test_tool_that_changes_nothing(string function)
    {
        var variables = Yaml.Find(Yaml.Load($"functions/{function}/Properties/launchSettings.json"), "profiles", "Lambda Test Tool", "environmentVariables");
        Assert.Equal($"localhost:5050/{function}", Yaml.Text(variables, "AWS_LAMBDA_RUNTIME_API"));
        Assert.Equal(ToolsRegion, Yaml.Text(variables, "AWS_REGION"));
        Assert.Equal("observe", Yaml.Text(variables, "REMEDIATOR_MODE"));
        Assert.Equal("memory", Yaml.Text(variables, "REMEDIATOR_LEDGER_TABLE"));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_has_saved_requests_for_the_test_tool_from_the_account_that_the_tool_says(string function)
    {
        var requests = Repository.Files($"{Saved}/{function}", "*.json");
        Assert.NotEmpty(requests);
        Assert.All(requests.Select(Yaml.Load), r => Assert.Equal((ToolsAccount, ToolsRegion), (Yaml.Text(r, "account"), Yaml.Text(r, "region"))));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Saved_requests_are_what_its_rules_pass_on_but_for_calls_that_failed(string function)
    {
        var patterns = Stack.Central.Rules.Where(r => r.Pattern is not null && r.Name.StartsWith(function, StringComparison.Ordinal))
            .Select(r => JsonNode.Parse(Yaml.Json(r.Pattern!).ToJsonString().Replace("AWS::AccountId", ToolsAccount, StringComparison.Ordinal))!).ToList();
        Assert.All(Repository.Files($"{Saved}/{function}", "*.json").Select(f => JsonNode.Parse(Repository.Text(f))!).Where(r => r["source"]!.ToString() != "aws.events"), r =>
            Assert.Equal(r["detail"]!["errorCode"] is null, patterns.Any(p => EventPattern.Matches(p, r))));
    }

    [GeneratedRegex(@"^\[(?<name>[^\]]+)\]\n(?<body>(?:(?!\[).*\n?)*)", RegexOptions.Multiline)]
    private static partial Regex Section();
}
