using Remediator.Findings;
using Remediator.Policies;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Sends a notice to people, and to chat, as the policy's <c>notices</c> says. What is not taken goes into the outbox.</summary>
/// <param name="settings">Null: every notice at once.</param>
/// <param name="stop">Ends a call that has no answer yet, so that there is time for the outbox.</param>
public sealed class NoticeTelling(World world, NoticeSettings? settings, CancellationToken stop)
{
    /// <param name="isAgain">An earlier attempt may have left another notice of this id in the outbox: this one takes its place.</param>
    public async Task<Told> Tell(Notice notice, bool isAgain, CancellationToken cancel)
    {
        if (settings is not null && Digest.IsBelow(notice, settings.AtLeast)) return Told.Done;
        if (await IsForDigest(notice, cancel).ConfigureAwait(false)) return Told.Done;
        var people = One("the notice was not sent", notice, world.Notices.Publish, now => new Letter.ToPeople($"notice/{notice.Id}", now, now, 0, notice), cancel);
        var chat = One("the chat message was not sent", notice, world.Notices.PublishToChat, now => new Letter.ToChat($"chat/{notice.Id}", now, now, 0, notice), cancel);
        await Task.WhenAll(people, chat).ConfigureAwait(false);
        var (toPeople, toChat) = (await people.ConfigureAwait(false), await chat.ConfigureAwait(false));
        if (!isAgain) return toPeople.And(toChat);
        return toPeople.And(toChat).And(await Forget([.. Stale(notice, toPeople, toChat)], cancel).ConfigureAwait(false));
    }

    private async Task<Told> One(string what, Notice notice, Func<Notice, CancellationToken, Task<Answer>> publish, Func<DateTimeOffset, Letter> letter, CancellationToken cancel)
    {
        var answer = await InTime.Ask(token => publish(notice, token), InTime.NoAnswer, stop, cancel).ConfigureAwait(false);
        if (answer.Succeeded) return Told.Done;
        var kept = await Outbox.Put(world, letter(world.Clock.GetUtcNow()), cancel).ConfigureAwait(false);
        return Outbox.Said(what, answer, kept, 1);
    }

    /// <summary>True when it is one too many in its window, and waits in the outbox for the digest. Where the table does not say so, it
    /// is sent at once.</summary>
    private async Task<bool> IsForDigest(Notice notice, CancellationToken cancel)
    {
        if (settings?.DigestAfter is not { } most || Digest.IsTooUrgent(notice)) return false;
        var now = world.Clock.GetUtcNow();
        var (name, end) = Digest.Window(now, settings.DigestMinutes);
        var counted = await InTime.Ask(
            token => world.Books.Tallies.Add($"notices/{name}", [notice.Id], most, end.AddDays(1), token), new TallyAnswer.Failed(InTime.NoAnswer.Problem!), stop, cancel).ConfigureAwait(false);
        if (counted is not TallyAnswer.Full full || full.All.Contains(notice.Id)) return false;
        var kept = await Outbox.Put(world, new Letter.ToDigest($"digest/{notice.Id}", now, end, 0, notice), cancel).ConfigureAwait(false);
        return kept.Succeeded;
    }

    private static IEnumerable<string> Stale(Notice notice, Told people, Told chat)
    {
        yield return $"digest/{notice.Id}";
        if (people.Failed == 0) yield return $"notice/{notice.Id}";
        if (chat.Failed == 0) yield return $"chat/{notice.Id}";
    }

    private async Task<Told> Forget(ImmutableArray<string> ids, CancellationToken cancel)
    {
        var answers = await Task.WhenAll(ids.Select(id => InTime.Ask(token => world.Books.Outbox.Remove(id, token), InTime.NoAnswer, CancellationToken.None, cancel))).ConfigureAwait(false);
        return Told.Done with { Remarks = [.. answers.Where(a => !a.Succeeded).Select(a => $"an earlier notice stays in the outbox and may be sent: {a.Problem}").Distinct()] };
    }
}
