using Remediator.Findings;

namespace Remediator.Aws.Hosting;

/// <summary>Problems as the message of an exception: on one line, and no longer than the platform takes (256 KiB for the whole report).</summary>
public static class ProblemText
{
    private const int MostProblems = 100;
    private const int MostCharacters = 500;

    public static string Of(IReadOnlyCollection<string> problems)
    {
        var listed = string.Join("; ", problems.Take(MostProblems).Select(p => SafeText.Line(p, MostCharacters)));
        return problems.Count <= MostProblems ? listed : $"{listed}; and {problems.Count - MostProblems} more";
    }
}
