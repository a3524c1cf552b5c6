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
        if (due.Problem is { } problem) report = Alone.Short(Name, $"the outbox could not be read: {problem}");
        var waiting = due.Value.IsDefault ? [] : due.Value;
        ImmutableArray<Letter.ToDigest> forDigest = [.. waiting.OfType<Letter.ToDigest>()];
        if (!forDigest.IsEmpty) report = report.And(await Alone.Run(Name, "digest", () => SendDigest(forDigest, invocation, cancel), cancel).ConfigureAwait(false));
        ImmutableArray<Letter> letters = [.. waiting.Where(l => l is not Letter.ToDigest)];
        foreach (var (letter, index) in letters.Select((letter, index) => (letter, index)))
        {
            if (world.Clock.GetUtcNow() >= invocation.ActUntil)
                return report with { Did = [.. report.Did, string.Create(CultureInfo.InvariantCulture, $"left {letters.Length - index} for the next run")] };
            report = report.And(await Alone.Run(Name, What(letter), () => Send(letter, cancel), cancel).ConfigureAwait(false));
        }

        return report;
    }

    /// <summary>Whatever waits for a digest and is due goes into one. Where that is not taken, it waits in the outbox by itself.</summary>
    private async Task<StepReport> SendDigest(ImmutableArray<Letter.ToDigest> letters, Invocation invocation, CancellationToken cancel)
    {
        var digest = DigestWriter.Write([.. letters.Select(l => l.Notice)]);
        var told = await new NoticeTelling(world, null, invocation.StopTelling).Tell(digest, isAgain: false, cancel).ConfigureAwait(false);
        var report = new StepReport(Name) { Did = told.Remarks, Problems = told.Problems };
        if (!told.IsDone) return report;
        report = report with { Did = [.. report.Did, string.Create(CultureInfo.InvariantCulture, $"told {letters.Length} notices as one, {digest.Id}")] };
        foreach (var letter in letters)
        {
            var removed = await world.Books.Outbox.Take(letter, cancel).ConfigureAwait(false);
            if (removed.Problem is { } problem) report = report with { Problems = [.. report.Problems, $"{letter.Id} was told in a digest, stays in the outbox, and is told again: {problem}"] };
        }

        return report;
    }

    private async Task<StepReport> Send(Letter letter, CancellationToken cancel)
    {
        var (left, answer) = await new Courier(world).Bring(letter, cancel).ConfigureAwait(false);
        if (left.IsEmpty) return Taken(letter, await world.Books.Outbox.Take(letter, cancel).ConfigureAwait(false));
        var age = world.Clock.GetUtcNow() - letter.At;
        if (age >= Old && !answer.Retryable) return Dropped(letter, answer, await world.Books.Outbox.Take(letter, cancel).ConfigureAwait(false));
        var lost = await Keep(letter, left, cancel).ConfigureAwait(false);
        var since = age >= Old ? string.Create(CultureInfo.InvariantCulture, $" for {(int)age.TotalDays} days") : "";
        return new(Name) { Problems = [$"{What(letter)} was not taken{since}: {answer.Problem}", .. lost] };
    }

    /// <summary>What is left is put back first, so that nothing is lost in between.</summary>
    private async Task<ImmutableArray<string>> Keep(Letter letter, ImmutableArray<Letter> left, CancellationToken cancel)
    {
        foreach (var one in left)
        {
            var later = Later(one);
            var kept = await (one.Id == letter.Id ? world.Books.Outbox.Postpone(later, letter.Due, cancel) : world.Books.Outbox.Put(later, cancel)).ConfigureAwait(false);
            if (kept.Problem is { } problem) return [$"{What(letter)} could not be put back, and is tried again as it was: {problem}"];
        }

        var replaced = left.Any(l => l.Id == letter.Id) ? Answer.Ok : await world.Books.Outbox.Take(letter, cancel).ConfigureAwait(false);
        return replaced.Problem is { } stays ? [$"{What(letter)} stays in the outbox beside what is left of it: {stays}"] : [];
    }

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
        Letter.ToChat chat => $"notice {chat.Notice.Id} to the chat (`{chat.Notice.Subject}`)",
        Letter.ToImport import => string.Create(CultureInfo.InvariantCulture, $"letter {letter.Id} with {import.Findings.Length} findings to import"),
        Letter.ToResolve resolve => string.Create(CultureInfo.InvariantCulture, $"letter {letter.Id} with {resolve.Findings.Length} findings to resolve"),
        _ => $"letter {letter.Id}",
    };
}
