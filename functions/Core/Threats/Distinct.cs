namespace Remediator.Threats;

/// <summary>A list that keeps each thing once, in the order of arrival, and at most so many.</summary>
internal sealed class Distinct<T>(int most)
    where T : notnull
{
    private readonly HashSet<T> _keys = [];
    private readonly List<T> _all = [];

    public ImmutableArray<T> All => [.. _all];

    /// <param name="key">What makes two the same.</param>
    public void Add(T key, T value)
    {
        if (_all.Count < most && _keys.Add(key)) _all.Add(value);
    }
}
