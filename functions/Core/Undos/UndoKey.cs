using System.Buffers;

namespace Remediator.Undos;

/// <summary>The key of an entry as people give it: see <see cref="Changes.Change.KeyIn"/>.</summary>
public static class UndoKey
{
    public const string Form = "32 digits and letters from a to f, such as `0f3c9a54d2b1487e96ab30c7d4e58f21`";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static bool Is(string text) => text.Length == 32 && !text.AsSpan().ContainsAnyExcept(Digits);
}
