using Remediator.Findings;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>Brings one letter to where it belongs, and says what of it was not taken.</summary>
internal sealed class Courier(World world)
{
    /// <summary>What of the letter is still to be told, nothing when all of it was taken; and why.</summary>
    public async Task<(ImmutableArray<Letter> Left, Answer Answer)> Bring(Letter letter, CancellationToken cancel)
    {
        switch (letter)
        {
            case Letter.ToPeople people:
                return Left(people, await world.Notices.Publish(people.Notice, cancel).ConfigureAwait(false));
            case Letter.ToChat chat:
                return Left(chat, await world.Notices.PublishToChat(chat.Notice, cancel).ConfigureAwait(false));
            case Letter.ToImport import:
                return await Bring(import, cancel).ConfigureAwait(false);
            case Letter.ToResolve resolve:
                return Left(resolve, await world.Findings.Resolve(resolve.Findings, cancel).ConfigureAwait(false));
            default:
                throw new InvalidOperationException($"unknown letter {letter.GetType().Name}");
        }
    }

    private static (ImmutableArray<Letter> Left, Answer Answer) Left(Letter letter, Answer answer) => (answer.Succeeded ? [] : [letter], answer);

    /// <summary>FAILED first, PASSED only where that was taken, then the workflow of what was taken as PASSED.</summary>
    private async Task<(ImmutableArray<Letter> Left, Answer Answer)> Bring(Letter.ToImport letter, CancellationToken cancel)
    {
        var (_, notOpened, open) = await Import([.. letter.Findings.Where(f => !f.Passed)], cancel).ConfigureAwait(false);
        var waiting = notOpened.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var passed = letter.Findings.Where(f => f.Passed).ToLookup(f => waiting.Contains(f.Id));
        var (closed, notClosed, close) = await Import([.. passed[false]], cancel).ConfigureAwait(false);
        var resolved = closed.IsEmpty ? Answer.Ok : await world.Findings.Resolve(closed, cancel).ConfigureAwait(false);
        ImmutableArray<Finding> left = [.. notOpened, .. passed[true], .. notClosed];
        var letters = ImmutableArray.CreateBuilder<Letter>();
        if (!left.IsEmpty) letters.Add(letter with { Findings = left });
        if (!resolved.Succeeded) letters.Add(new Letter.ToResolve($"{letter.Id}-resolve", letter.At, letter.Due, letter.Tries, closed));
        return (letters.ToImmutable(), Worst([open, close, resolved]));
    }

    private async Task<(ImmutableArray<Finding> Taken, ImmutableArray<Finding> Refused, Answer Worst)> Import(ImmutableArray<Finding> findings, CancellationToken cancel)
    {
        if (findings.IsEmpty) return ([], [], Answer.Ok);
        var answers = await world.Findings.Import(findings, cancel).ConfigureAwait(false);
        var taken = findings.Select((finding, i) => (finding, answers[i].Succeeded)).ToLookup(f => f.Succeeded, f => f.finding);
        return ([.. taken[true]], [.. taken[false]], Worst(answers));
    }

    /// <summary>The one that may still be taken, if there is one: a letter is kept for it.</summary>
    private static Answer Worst(ImmutableArray<Answer> answers) => answers.Where(a => !a.Succeeded).OrderByDescending(a => a.Retryable).FirstOrDefault(Answer.Ok);
}
