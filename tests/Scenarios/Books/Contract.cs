namespace Remediator.Scenarios.Books;

/// <summary>What each port promises, tried on what is in memory and on the table.</summary>
public abstract class Contract : IAsyncLifetime
{
    /// <summary>How many do the same thing at once where a race is tried.</summary>
    protected const int Racers = 20;

    protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private Ports.Books? _books;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Empty at the start of each test.</summary>
    protected Ports.Books Books => _books!;

    public async ValueTask InitializeAsync() => _books = await Open();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<Ports.Books> Open();

    /// <summary>All at once, as far as this machine can.</summary>
    protected static async Task<T[]> Race<T>(Func<int, Task<T>> run)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var racing = Enumerable.Range(0, Racers).Select(n => Task.Run(async () =>
        {
            await start.Task;
            return await run(n);
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(racing);
    }
}
