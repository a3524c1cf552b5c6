using System.Reflection;
using System.Text.RegularExpressions;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Policies;

/// <summary>The policies that the README shows are policies.</summary>
public sealed partial class ReadmePolicyTests
{
    [Fact]
    public void Every_policy_of_the_readme_is_read_without_a_word_and_passes_its_tests()
    {
        var root = typeof(ReadmePolicyTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var blocks = Block().Matches(File.ReadAllText(Path.Combine(root, "README.md"))).Select(m => m.Groups["yaml"].Value).ToList();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, yaml =>
        {
            var reading = PolicyReader.Read(yaml, "README.md");
            Assert.Empty(reading.Diagnostics);
            Assert.All(PolicyTester.RunAll(reading.Policy!), outcome => Assert.True(outcome.Passed, string.Join('\n', outcome.Differences)));
        });
    }

    [GeneratedRegex(@"^```yaml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
