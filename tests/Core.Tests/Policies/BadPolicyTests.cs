using System.Text.RegularExpressions;
using Remediator.Diagnostics;

namespace Remediator.Core.Tests.Policies;

public partial class BadPolicyTests
{
    public static TheoryData<string, int, int, string> Table()
    {
        var data = new TheoryData<string, int, int, string>();
        foreach (var (code, line, column, text) in BadPolicies.All) data.Add(code, line, column, text);
        return data;
    }

    [Theory]
    [MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void Policy_that_is_wrong_raises_its_code_at_its_place(string code, int line, int column, string text)
    {
        var reading = PolicyText.Read(text);
        var told = PolicyText.Told(reading);
        Assert.True(
            told.Any(d => d.Code == code && d.Place == new Place("policy.yaml", line, column)),
            $"expected {code} at {line}:{column} in\n{text[..Math.Min(text.Length, 600)]}\ngot\n{string.Join('\n', told.Take(20))}");
        Assert.Equal(reading.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), reading.Policy is null);
    }

    [Fact]
    public void Codes_are_each_raised_by_some_policy_of_the_table()
    {
        var raised = BadPolicies.All.Select(bad => bad.Code).ToHashSet();
        // A test that fails is found by running it, which lint does after reading and checking.
        Assert.Equal(Codes.All.Where(code => !code.IsRetired && code != Codes.TestFails).Select(code => code.Id), raised.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Diagnostics_have_the_severity_of_their_code_and_the_house_style()
    {
        var severities = Codes.All.ToDictionary(code => code.Id, code => code.Severity);
        foreach (var diagnostic in BadPolicies.All.SelectMany(bad => PolicyText.Told(PolicyText.Read(bad.Text))))
        {
            Assert.Equal(severities[diagnostic.Code], diagnostic.Severity);
            AssertStyle(diagnostic.Message);
            AssertStyle(diagnostic.Help);
        }
    }

    /// <summary>Lower case start, no final stop, one line, nothing that does not show itself, no type names outside backticks.</summary>
    internal static void AssertStyle(string text)
    {
        Assert.Matches("^([a-z0-9]|`|EC2 )", text);
        Assert.DoesNotMatch(@"[.!;:,\s]$", text);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.Equal(0, text.Count(c => c == '`') % 2);
        Assert.DoesNotMatch(@"\b(?!MiB|GuardDuty)[A-Z][a-z]+[A-Z]\w*|Exception|System\.", Quoted().Replace(text, ""));
        Assert.InRange(text.Length, 4, 900);
    }

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Quoted();
}
