using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Remediator.House.Tests;

/// <summary>Packages stay in the room that named them, and projects use only those they may.</summary>
public sealed partial class PackageTests
{
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["functions/Core"] = [],
        ["functions/Aws"] = ["Remediator.Core"],
        ["functions/Cli"] = ["Remediator.Core", "Remediator.Aws"],
        ["functions/OnSecurityGroupChange"] = ["Remediator.Core", "Remediator.Aws"],
        ["functions/OnGuardDutyFinding"] = ["Remediator.Core", "Remediator.Aws"],
        ["functions/OnSchedule"] = ["Remediator.Core", "Remediator.Aws"],
        ["functions/Sandbox"] = [],
    };

    [Fact]
    public void Core_and_Aws_keep_their_packages_to_themselves()
    {
        var leaks = Projects("functions/Core").Concat(Projects("functions/Aws"))
            .SelectMany(p => Items(p, "PackageReference").Concat(Items(p, "AmazonReference")))
            .Where(i => i.Attribute("PrivateAssets")?.Value is not ("compile" or "all"));
        Assert.Empty(leaks.Select(i => i.ToString()));
    }

    [Fact]
    public void Projects_reference_only_the_projects_they_may()
    {
        foreach (var (folder, allowed) in References)
        {
            var used = Projects(folder).SelectMany(p => Items(p, "ProjectReference")).Where(i => i.Attribute("ReferenceOutputAssembly")?.Value != "false")
                .Select(i => Path.GetFileNameWithoutExtension(i.Attribute("Include")!.Value));
            Assert.Empty(used.Except(allowed).Select(u => $"{folder} references {u}"));
        }
    }

    [Fact]
    public void No_project_states_a_version_of_its_own()
    {
        var stated = Repository.Files("functions", "*.csproj").Concat(Repository.Files("tests", "*.csproj"))
            .SelectMany(p => Items(p, "PackageReference")).Where(i => i.Attribute("Version") is not null || i.Attribute("VersionOverride") is not null);
        Assert.Empty(stated.Select(i => i.ToString()));
    }

    [Fact]
    public void Core_bans_clock_files_network_environment_and_chance()
    {
        var banned = Repository.Text("functions/Core/BannedSymbols.txt");
        string[] needed = ["System.DateTimeOffset.UtcNow", "System.TimeProvider.System", "System.IO.File;", "System.Net.Http.HttpClient", "System.Environment", "System.Console", "System.Random", "System.Guid.NewGuid"];
        Assert.Empty(needed.Where(n => !banned.Contains(n, StringComparison.Ordinal)));
        Assert.All(banned.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(BannedLine(), line));
    }

    private static IEnumerable<string> Projects(string folder) => Repository.Files(folder, "*.csproj");

    private static IEnumerable<XElement> Items(string project, string kind) => XDocument.Parse(Repository.Text(project)).Descendants(kind);

    [GeneratedRegex(@"^[TMP]:[^;]+;.+$")]
    private static partial Regex BannedLine();
}
