using System.Globalization;
using Remediator.Findings;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>Tells what could not be told at its time, the longest due first. What fails again is tried later, at longer and longer
/// intervals.</summary>
internal sealed class OutboxStep(World world)
{
    public const string Name = "outbox";

    private const int Most = 100;

    /// <summary>From then on a letter is an error in the log each time it fails.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromDays(7);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public async Task<StepReport> Run(Invocation invocation, CancellationToken cancel)
    {
        var report = new StepReport(Name);
        var due = await world.Books.Outbox.Due(world.Clock.GetUtcNow(), Most, cancel).ConfigureAwait(false);
        if (due.Problem is { } problem) return Alone.Short(Name, $"the outbox could not be read: {problem}");
        foreach (var (letter, index) in due.Value.Select((letter, index) => (letter, index)))
        {
            if (world.Clock.GetUtcNow() >= invocation.ActUntil)
                return report with { Did = [.. report.Did, string.Create(CultureInfo.InvariantCulture, $"left {due.Value.Length - index} for the next run")] };
            report = report.And(await Alone.Run(Name, What(letter), () => Send(letter, cancel), cancel).ConfigureAwait(false));
        }

        return report;
    }

    private async Task<StepReport> Send(Letter letter, CancellationToken cancel)
    {
        var (left, answer) = await Try(letter, cancel).ConfigureAwait(false);
        if (left is null) return Taken(letter, await world.Books.Outbox.Remove(letter.Id, cancel).ConfigureAwait(false));
        var age = world.Clock.GetUtcNow() - letter.At;
        if (age >= Old && !answer.Retryable) return Dropped(letter, answer, await world.Books.Outbox.Remove(letter.Id, cancel).ConfigureAwait(false));
        var kept = await world.Books.Outbox.Put(Later(left), cancel).ConfigureAwait(false);
        var since = age >= Old ? string.Create(CultureInfo.InvariantCulture, $" for {(int)age.TotalDays} days") : "";
        return new(Name) { Problems = [$"{What(letter)} was not taken{since}: {answer.Problem}", .. kept.Problem is { } lost ? [$"{What(letter)} could not be put back: {lost}"] : ImmutableArray<string>.Empty] };
    }

    /// <summary>What of the letter is still to be told; null for nothing.</summary>
    private async Task<(Letter? Left, Answer Answer)> Try(Letter letter, CancellationToken cancel)
    {
        switch (letter)
        {
            case Letter.ToPeople people:
                var published = await world.Notices.Publish(people.Notice, cancel).ConfigureAwait(false);
                return (published.Succeeded ? null : people, published);
            case Letter.ToImport import:
                var answers = await world.Findings.Import(import.Findings, cancel).ConfigureAwait(false);
                ImmutableArray<Finding> refused = [.. import.Findings.Where((_, i) => !answers[i].Succeeded)];
                return refused.IsEmpty ? (null, Answer.Ok) : (import with { Findings = refused }, Worst(answers));
            case Letter.ToResolve resolve:
                var resolved = await world.Findings.Resolve(resolve.Findings, cancel).ConfigureAwait(false);
                return (resolved.Succeeded ? null : resolve, resolved);
            default:
                throw new InvalidOperationException($"unknown letter {letter.GetType().Name}");
        }
    }

    /// <summary>The one that may still be taken, if there is one: a letter is kept for it.</summary>
    private static Answer Worst(ImmutableArray<Answer> answers) => answers.Where(a => !a.Succeeded).OrderByDescending(a => a.Retryable).First();

    private Letter Later(Letter letter)
    {
        var pause = letter.Tries > 10 ? LongestPause : FirstPause * (1 << letter.Tries);
        return letter with { Tries = letter.Tries + 1, Due = world.Clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause) };
    }

    private static StepReport Taken(Letter letter, Answer removed) => new(Name)
    {
        Did = [$"told {What(letter)}"],
        Problems = removed.Problem is { } problem ? [$"{What(letter)} was told, stays in the outbox, and is told again: {problem}"] : [],
    };

    private static StepReport Dropped(Letter letter, Answer answer, Answer removed) => Alone.Short(Name, removed.Problem is { } problem
        ? $"{What(letter)} can never be told ({answer.Problem}), and stays in the outbox: {problem}"
        : $"{What(letter)} can never be told, and was dropped after seven days: {answer.Problem}");

    private static string What(Letter letter) => letter switch
    {
        Letter.ToPeople people => $"notice {people.Notice.Id} (`{people.Notice.Subject}`)",
        Letter.ToImport import => string.Create(CultureInfo.InvariantCulture, $"letter {letter.Id} with {import.Findings.Length} findings to import"),
        Letter.ToResolve resolve => string.Create(CultureInfo.InvariantCulture, $"letter {letter.Id} with {resolve.Findings.Length} findings to resolve"),
        _ => $"letter {letter.Id}",
    };
}
