namespace Remediator.Policies.Selectors;

/// <summary>A text with <c>*</c> for any characters and <c>?</c> for one; everything else stands for itself, capitals included.</summary>
public sealed record Pattern(string Text)
{
    public bool Matches(string text)
    {
        int at = 0, part = 0, star = -1, resume = 0;
        while (at < text.Length)
        {
            if (part < Text.Length && Text[part] == '*')
            {
                (star, resume) = (part++, at);
            }
            else if (part < Text.Length && (Text[part] == '?' || Text[part] == text[at]))
            {
                (part, at) = (part + 1, at + 1);
            }
            else if (star >= 0)
            {
                (part, at) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        while (part < Text.Length && Text[part] == '*') part++;
        return part == Text.Length;
    }

    public override string ToString() => Text;
}
