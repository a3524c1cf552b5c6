namespace Remediator.Sandbox;

/// <summary>What happened, in order, for those who want to wait for it. Adding and reading are safe from any thread.</summary>
public sealed class Journal<T>(string subject)
{
    private readonly List<T> _entries = [];
    private readonly List<(Func<T, bool> Wanted, TaskCompletionSource<T> Found)> _waiting = [];
    private readonly Lock _lock = new();

    /// <summary>Told of each entry as it is added, on the thread that adds it.</summary>
    public event Action<T>? Added;

    /// <summary>Everything so far.</summary>
    public ImmutableArray<T> All
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    /// <summary>How many there are so far.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    /// <summary>Everything from a place on.</summary>
    /// <param name="start">How many were there before it.</param>
    public ImmutableArray<T> Since(int start)
    {
        lock (_lock)
            return [.. _entries[start..]];
    }

    public void Add(T entry)
    {
        List<TaskCompletionSource<T>> satisfied;
        lock (_lock)
        {
            _entries.Add(entry);
            satisfied = [.. _waiting.Where(one => one.Wanted(entry)).Select(one => one.Found)];
            _waiting.RemoveAll(one => satisfied.Contains(one.Found));
        }
        foreach (var found in satisfied)
            found.TrySetResult(entry);
        Added?.Invoke(entry);
    }

    /// <summary>The first entry that is wanted, of those there are or of those to come.</summary>
    /// <exception cref="TimeoutException">None came in time: the message lists what did.</exception>
    public async Task<T> FirstAsync(Func<T, bool> wanted, TimeSpan patience, CancellationToken cancellation = default)
    {
        var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            foreach (var entry in _entries.Where(wanted))
                return entry;
            _waiting.Add((wanted, found));
        }
        try
        {
            return await found.Task.WaitAsync(patience, cancellation);
        }
        catch (TimeoutException)
        {
            var seen = All.IsEmpty ? "none at all" : Plain.Text(string.Join("; ", All), 2000);
            throw new TimeoutException($"no {subject} as awaited within {patience.TotalSeconds} s; seen: {seen}");
        }
    }

    public void Clear()
    {
        lock (_lock)
            _entries.Clear();
    }
}
