namespace Remediator.Cli.Redriving;

/// <summary>Waits out what passes by itself, throttling above all: from one second, doubled up to half a minute, two minutes in all.</summary>
internal sealed class Persistence(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan InAll = TimeSpan.FromMinutes(2);

    public async Task<T> Try<T>(Func<Task<T>> call, Func<T, bool> isPassing, CancellationToken cancel)
    {
        var waited = TimeSpan.Zero;
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            var answer = await call().ConfigureAwait(false);
            if (!isPassing(answer) || waited >= InAll) return answer;
            await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
            waited += wait;
        }
    }
}
