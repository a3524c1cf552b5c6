using Remediator.Containment;

namespace Remediator.Findings;

/// <summary>What was meant to be done, as its report says it (<c>isolate interface eni-0a</c>), taken apart into verb and object.</summary>
internal static class MeasureWords
{
    private const int Most = 160;

    public static string All(MeasureReport report) => SafeText.Words(report.What, Most);

    public static string Verb(MeasureReport report) => SafeText.Ascii(Split(report).Verb, 16);

    public static string Object(MeasureReport report) => Split(report).Object;

    /// <summary><c>isolate</c> → <c>isolated</c>.</summary>
    public static string Past(MeasureReport report) => Verb(report) is var verb && verb.EndsWith('e') ? $"{verb}d" : $"{verb}ed";

    private static (string Verb, string Object) Split(MeasureReport report) => All(report).Split(' ', 2) switch
    {
        [{ Length: > 0 } verb, var rest] => (verb, rest),
        _ => ("take", "a measure"),
    };
}
