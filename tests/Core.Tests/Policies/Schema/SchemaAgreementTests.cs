using Remediator.Diagnostics;

namespace Remediator.Core.Tests.Policies.Schema;

/// <summary>The schema and the reader on some hundred small policies that are wrong in one thing.</summary>
public class SchemaAgreementTests
{
    /// <summary>What is wrong with the shape of a value, and can be seen without knowing any other.</summary>
    private static readonly HashSet<string> OfShape =
        [Codes.WrongShape.Id, Codes.UnknownKey.Id, Codes.MissingKey.Id, Codes.NoValue.Id, Codes.EmptyList.Id, Codes.Version.Id, Codes.UnknownWord.Id, Codes.BadNumber.Id, Codes.BadAccount.Id];

    /// <summary>An editor has made a number of these before a schema sees them, and the number is right.</summary>
    private static readonly string[] RightAsNumbers = ["version: 1.0", "version: 01", "max-hours: 010", "severity: 1e1", "'4294967297'", "9223372036854775808"];

    /// <summary>A schema does not compare two numbers, nor those within a text.</summary>
    private static readonly string[] Compared = ["acl-numbers: 9-1", "acl-numbers: 1-32767", "from: 9, to: 1"];

    private static IEnumerable<string> Texts => BadPolicies.All.Select(bad => bad.Text).Where(text => text.Length < 10_000).Distinct();

    [Fact]
    public void Policy_that_the_reader_takes_is_valid()
    {
        var taken = Texts.Where(text => PolicyText.Read(text).Policy is not null).ToList();
        Assert.InRange(taken.Count, 50, int.MaxValue);
        AssertNone(taken.SelectMany(text => PolicySchema.Validate(text).Select(problem => $"{problem} in\n{text}")));
    }

    [Fact]
    public void Policy_whose_fault_is_one_of_shape_is_not_valid()
    {
        var wrong = Texts.Where(text => YamlValue.Read(text) is not null).Where(text => Errors(text) is { Count: > 0 } errors && errors.All(OfShape.Contains)).ToList();
        Assert.InRange(wrong.Count, 100, int.MaxValue);
        AssertNone(wrong.Where(text => PolicySchema.Validate(text).Count == 0 && !RightAsNumbers.Concat(Compared).Any(number => text.Contains(number, StringComparison.Ordinal))).Select(text => $"{string.Join(' ', Errors(text))} in\n{text}"));
    }

    /// <summary>Each printed whole, since a policy has several lines.</summary>
    private static void AssertNone(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        Assert.True(all.Count == 0, string.Join("\n\n", all));
    }

    private static List<string> Errors(string text) => [.. PolicyText.Read(text).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code)];
}
