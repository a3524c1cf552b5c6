using Remediator.Cli.Inputs;
using Remediator.Findings;
using Remediator.Grants;

namespace Remediator.Cli.Grants;

/// <summary>Reasons of the core as problems of the command line, on one harmless line each.</summary>
internal static class Refusals
{
    private const int MostCharacters = 600;

    public static Problem ToProblem(this Refusal refusal) => Problem.Error(null, SafeText.Line(refusal.What, MostCharacters), SafeText.Line(refusal.Help, MostCharacters));

    public static ImmutableArray<Problem> ToProblems(this IEnumerable<Refusal> refusals) => [.. refusals.Select(ToProblem)];
}
