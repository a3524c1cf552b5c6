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

    /// <summary>What was taken as PASSED and has its workflow yet to be updated asks for no more than that.</summary>
    private async Task<(ImmutableArray<Letter> Left, Answer Answer)> Bring(Letter.ToImport letter, CancellationToken cancel)
    {
        var sent = await Posting.Send(world.Findings, letter.Findings, cancel).ConfigureAwait(false);
        var letters = ImmutableArray.CreateBuilder<Letter>();
        if (!sent.NotTaken.IsEmpty) letters.Add(letter with { Findings = sent.NotTaken });
        if (!sent.NotResolved.IsEmpty) letters.Add(new Letter.ToResolve($"{letter.Id}-resolve", letter.At, letter.Due, letter.Tries, sent.NotResolved));
        return (letters.ToImmutable(), sent.NotTaken.IsEmpty ? sent.Resolved : sent.Imported);
    }
}
