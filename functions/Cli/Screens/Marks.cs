using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>The sign and the tone of a verdict.</summary>
internal static class Marks
{
    public static (string Sign, Tone Tone) Of(Decision decision) => decision switch
    {
        Decision.Compliant => ("✓", Tone.Good),
        Decision.Waived => ("~", Tone.Good),
        Decision.Undecided => ("?", Tone.Doubt),
        _ => ("✗", Tone.Bad),
    };

    public static Tone Of(Severity severity) => severity >= Severity.High ? Tone.Bad : severity >= Severity.Medium ? Tone.Doubt : Tone.Plain;
}
