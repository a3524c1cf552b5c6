using Remediator.Cli.Inputs;
using Remediator.Diagnostics;

namespace Remediator.Cli.Describe;

/// <summary>What is wrong with one file of describe answers, each with its place in the JSON.</summary>
internal sealed class Complaints(string file, string expected, List<Problem> problems)
{
    /// <summary>What stands there is not what was expected.</summary>
    public void Not(JsonPlace place, string needed) => Add(place, $"{place.Seen}, expected {needed}", $"the file should be {expected}");

    public void Lacks(JsonPlace place, string field, string needed) =>
        Add(place, $"`{field}` is missing, expected {needed}", $"the file should be {expected}, with nothing left out by `--query`");

    public void Add(JsonPlace place, string message, string help) =>
        problems.Add(Problem.Error(file, message, help) with { Path = place.Path });

    public void Warn(JsonPlace place, string message, string help) =>
        problems.Add(new Problem(DiagnosticSeverity.Warning, file, message, help) { Path = place.Path });

    /// <summary>An answer that stops after a page is not all there is.</summary>
    public bool IsWhole(JsonPlace answer)
    {
        if (answer.Field("NextToken") is not { } token || token.Text() is "") return true;
        Add(token, "the answer is one page of several", "run the AWS CLI without `--max-items` and `--no-paginate`");
        return false;
    }

    /// <summary>The entries of a list field; nothing when there is none, and a complaint when it is no list.</summary>
    public IEnumerable<JsonPlace> List(JsonPlace place, string field, string needed)
    {
        if (place.Field(field) is not { } list) return [];
        if (list.IsList) return list.Entries();
        Not(list, needed);
        return [];
    }
}
