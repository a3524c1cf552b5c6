namespace Remediator.Core.Tests.Measures;

/// <summary>Lets several processes run at once, one call at a time, in an order that a seed decides: the same seed, the same order.</summary>
internal sealed class Turns(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private int _running;

    /// <summary>Waits until this process is the one that goes on.</summary>
    public Task Next()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add(turn);
            _running--;
            GoOn();
        }

        return turn.Task;
    }

    public async Task<T[]> All<T>(params Func<Task<T>>[] processes)
    {
        _running = processes.Length;
        // They line up in the order in which they are given: which of them begins is up to the seed, and not to the threads.
        var begins = processes.Select(_ => Next()).ToList();
        return await Task.WhenAll(processes.Zip(begins).Select(p => Task.Run(() => One(p.First, p.Second)))).ConfigureAwait(false);
    }

    private async Task<T> One<T>(Func<Task<T>> process, Task begin)
    {
        await begin.ConfigureAwait(false);
        try
        {
            return await process().ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _running--;
                GoOn();
            }
        }
    }

    private void GoOn()
    {
        if (_running > 0 || _waiting.Count == 0) return;
        var at = _random.Next(_waiting.Count);
        var next = _waiting[at];
        _waiting.RemoveAt(at);
        _running = 1;
        next.SetResult();
    }
}
