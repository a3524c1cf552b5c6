using System.Text;
using Remediator.Diagnostics;

namespace Remediator.Cli.Screens;

/// <summary>One line of text for people, in pieces of different tone.</summary>
/// <remarks>INVARIANT: whatever is added, the line stays one line and shows itself: no control or format character gets through.</remarks>
internal sealed class Line
{
    private readonly List<(string Text, Tone Tone)> _pieces = [];

    public IReadOnlyList<(string Text, Tone Tone)> Pieces => _pieces;

    public static Line Of(string text, Tone tone = Tone.Plain) => new Line().Add(text, tone);

    public Line Add(string text, Tone tone = Tone.Plain)
    {
        if (text.Length > 0) _pieces.Add((Harmless(text), tone));
        return this;
    }

    /// <summary>Adds the text and blanks up to a width; a longer one is kept whole.</summary>
    public Line AddPadded(string text, int width, Tone tone = Tone.Plain) => Add(text.PadRight(width), tone);

    public override string ToString() => string.Concat(_pieces.Select(p => p.Text)).TrimEnd();

    private static string Harmless(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;
        var harmless = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) harmless.Append(rune.Value == '`' || UserText.IsPlain(rune) ? rune.ToString() : "?");
        return harmless.ToString();
    }
}
