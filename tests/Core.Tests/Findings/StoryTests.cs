using System.Reflection;
using System.Text;
using Remediator.Findings;
using Remediator.Remediations;

namespace Remediator.Tests.Findings;

public sealed class StoryTests
{
    private const string Rewrite = "REMEDIATOR_REWRITE_EXPECTED";

    public static TheoryData<string> Names => [.. Stories.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_story_is_told_as_its_expected_file_says(string name) => Compare(name, Tell(Stories.All[name]()));

    [Fact]
    public void Every_expected_file_belongs_to_a_story() => Assert.Equal(
        Stories.All.Keys.Concat(Attacks.Notices.Keys).Order(StringComparer.Ordinal), Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);

    internal static void Compare(string name, string told)
    {
        var file = Path.Combine(Folder, $"{name}.txt");
        if (Environment.GetEnvironmentVariable(Rewrite) == "1") File.WriteAllText(file, told);
        Assert.True(File.Exists(file), $"no expected file {file}; set {Rewrite}=1 to write it, then read it");
        Assert.Equal(File.ReadAllText(file), told, ignoreLineEndingDifferences: true);
    }

    private static string Folder => Path.Combine(
        typeof(StoryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "tests", "Core.Tests", "Findings", "Expected");

    private static string Tell(Report report)
    {
        var notice = NoticeWriter.Write(report);
        Assert.NotNull(notice);
        var text = new StringBuilder(NoticeText.Of(notice));
        foreach (var (index, finding) in FindingWriter.Opened(report).Index()) Append(text, finding, withFields: index == 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Finding finding, bool withFields)
    {
        text.Append($"\n---- FAILED, {finding.SeverityLabel}: {finding.Title}\n{finding.Id}\n{finding.Description}\n{finding.RemediationText}\n");
        text.Append($"{finding.Resource.Arn} | {finding.GeneratorId} | {string.Join(", ", finding.RelatedRequirements)}\n");
        text.Append($"{finding.FirstObservedAt:O} {finding.UpdatedAt:O}\n");
        if (finding.Outcome is Outcome.Revoked or Outcome.Trimmed or Outcome.Restored) text.Append($"then PASSED at {FindingWriter.Closed(finding, finding.UpdatedAt).UpdatedAt:O}\n");
        if (!withFields) return;
        foreach (var (key, value) in finding.ProductFields) text.Append($"  {key} = {value}\n");
    }
}
