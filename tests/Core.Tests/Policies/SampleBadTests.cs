using System.Text.RegularExpressions;
using Remediator.Diagnostics;

namespace Remediator.Core.Tests.Policies;

/// <summary>The samples that are wrong on purpose: each names in its first line what it must raise, and raises nothing else.</summary>
public partial class SampleBadTests
{
    /// <summary>Codes that no sample raises, and why. Each is raised in the table of <see cref="BadPolicies"/>.</summary>
    private static readonly Dictionary<string, string> NotInSamples = new()
    {
        [Codes.TooLarge.Id] = "the file would be larger than 4 MiB",
        [Codes.TooComplex.Id] = "the file would have thousands of terms",
        [Codes.ControlCharacter.Id] = "editors and git would take the file for a binary one",
        [Codes.MoreProblems.Id] = "the file would have a thousand mistakes",
        [Codes.NotAllCompared.Id] = "the file would have thousands of rules",
    };

    public static TheoryData<string> Bad => [.. SampleFiles.Bad];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Sample_that_is_wrong_on_purpose_raises_the_codes_that_it_names(string file)
    {
        var (policy, diagnostics) = SampleFiles.Read(SampleFiles.Bytes(file), file);
        var raised = diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal);
        Assert.True(Named(file).SequenceEqual(raised), $"named {string.Join(' ', Named(file))}, raised\n{string.Join('\n', diagnostics)}");
        Assert.Equal(diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), policy is null);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Sample_that_is_wrong_on_purpose_says_so_in_its_first_line(string file) =>
        Assert.Matches("^# Wrong on purpose, and never packaged[.] Must raise:( POL[0-9]{3})+$", SampleFiles.Text(file).Split('\n')[0]);

    [Fact]
    public void Codes_are_each_raised_by_some_sample_or_there_is_a_reason_why_not()
    {
        var raised = SampleFiles.Bad.SelectMany(Named).ToHashSet();
        Assert.Empty(raised.Intersect(NotInSamples.Keys));
        Assert.Equal(Codes.All.Where(code => !code.IsRetired).Select(code => code.Id).Order(StringComparer.Ordinal), raised.Concat(NotInSamples.Keys).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Named(string file) => CodeName().Matches(SampleFiles.Text(file).Split('\n')[0]).Select(match => match.Value);

    [GeneratedRegex("POL[0-9]{3}")]
    private static partial Regex CodeName();
}
