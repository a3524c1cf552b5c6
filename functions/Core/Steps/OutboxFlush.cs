using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Sends what waited in the outbox. Taking it out, or putting back what is left of it, is up to whoever asks.</summary>
public sealed class OutboxFlush(World world)
{
    /// <summary>What of a letter is still to be told, and why; null for nothing. Several that wait for a digest go together:
    /// <see cref="SendDigest"/>.</summary>
    public async Task<(Letter? Left, Answer Answer)> Send(Letter letter, CancellationToken cancel)
    {
        var (left, answer) = letter switch
        {
            Letter.ToPeople people => Whole(people, await world.Notices.Publish(people.Notice, cancel).ConfigureAwait(false)),
            Letter.ToChat chat => Whole(chat, await world.Notices.PublishToChat(chat.Notice, cancel).ConfigureAwait(false)),
            Letter.ToResolve resolve => Whole(resolve, await world.Findings.Resolve(resolve.Findings, cancel).ConfigureAwait(false)),
            Letter.ToDigest digest => Whole(digest, await SendDigest([digest], cancel).ConfigureAwait(false)),
            Letter.ToImport import => await Import(import, cancel).ConfigureAwait(false),
            _ => throw new InvalidOperationException($"unknown letter {letter.GetType().Name}"),
        };
        return (left, answer);
    }

    /// <summary>One notice of all of them, to people and to chat. All of them stay where it fails; where only chat refused it, a letter of
    /// its own is put into the outbox.</summary>
    public async Task<Answer> SendDigest(ImmutableArray<Letter.ToDigest> letters, CancellationToken cancel)
    {
        if (letters.IsEmpty) return Answer.Ok;
        var notice = DigestWriter.Write([.. letters.Select(l => l.Notice)]);
        var published = await world.Notices.Publish(notice, cancel).ConfigureAwait(false);
        if (!published.Succeeded) return published;
        var toChat = await world.Notices.PublishToChat(notice, cancel).ConfigureAwait(false);
        if (toChat.Succeeded) return Answer.Ok;
        var now = world.Clock.GetUtcNow();
        await world.Books.Outbox.Put(new Letter.ToChat($"chat/{notice.Id}", now, now, 0, notice), cancel).ConfigureAwait(false);
        return Answer.Ok;
    }

    /// <summary>The same id, so that what is left takes the letter's place.</summary>
    private async Task<(Letter? Left, Answer Answer)> Import(Letter.ToImport letter, CancellationToken cancel)
    {
        var sent = await Posting.Send(world.Findings, letter.Findings, cancel).ConfigureAwait(false);
        if (!sent.NotTaken.IsEmpty) return (letter with { Findings = [.. sent.NotTaken, .. sent.NotResolved] }, sent.Imported);
        return sent.NotResolved.IsEmpty ? (null, Answer.Ok) : (new Letter.ToResolve(letter.Id, letter.At, letter.Due, letter.Tries, sent.NotResolved), sent.Resolved);
    }

    private static (Letter? Left, Answer Answer) Whole(Letter letter, Answer answer) => (answer.Succeeded ? null : letter, answer);
}
