using System.Globalization;
using Remediator.Diagnostics;

namespace Remediator.Policies.Reading;

/// <summary>What was found so far in one file. At most 1,000 are kept, so that a hostile file costs bounded memory.</summary>
internal sealed class Problems
{
    private const int Most = 1_000;
    private readonly List<Diagnostic> found = [];
    private int dropped;

    /// <summary>Whether any problem, kept or not, was an error.</summary>
    public bool HasErrors { get; private set; }

    public void Add(DiagnosticCode code, Place place, string message, string help) => Add(code, place, message, () => help);

    /// <summary>For a help line that costs something to find: it is asked for only when the problem is kept.</summary>
    public void Add(DiagnosticCode code, Place place, string message, Func<string> help)
    {
        HasErrors |= code.Severity == DiagnosticSeverity.Error;
        if (found.Count < Most) found.Add(code.At(place, message, help()));
        else dropped++;
    }

    public void Add(Diagnostic found) => Add(Codes.All.First(code => code.Id == found.Code), found.Place, found.Message, found.Help);

    /// <summary>All of them, from the top of the file to its end.</summary>
    public ImmutableArray<Diagnostic> InOrder()
    {
        var ordered = found.OrderBy(d => d.Place.Line).ThenBy(d => d.Place.Column).ThenBy(d => d.Code, StringComparer.Ordinal).ToList();
        if (dropped > 0)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"{dropped} more problems are not listed");
            ordered.Add(Codes.MoreProblems.At(ordered[^1].Place, message, "mend the ones above and read the file again"));
        }

        return [.. ordered];
    }
}
