namespace Remediator.House.Tests;

/// <summary>The top level belongs to the user who asked for it, and to what tools look for there.</summary>
public sealed class TopLevelTests
{
    private static readonly string[] Allowed =
    [
        "functions", "tests", "template.yaml", "samconfig.toml", "Remediator.sln", "README.md",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig", "global.json", ".config", ".ci", "LICENSE", "CHANGELOG.md", ".gitignore", ".gitattributes",
    ];

    [Fact]
    public void Only_what_belongs_there_stands_at_the_top() =>
        Assert.Empty(Repository.Tracked().Select(f => f.Split('/')[0]).Distinct().Except(Allowed));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("Remediator.sln").Replace('\\', '/');
        Assert.Empty(Repository.Files("functions", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Continuous_integration_runs_the_test_command_of_the_readme()
    {
        var commands = Repository.Lines("README.md").Select(l => l.Trim()).Where(l => l == "dotnet test" || l.StartsWith("dotnet test ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(commands);
        Assert.Contains(commands[0], Repository.Lines(".ci/run"));
    }
}
