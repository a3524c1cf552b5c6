using Remediator.Findings;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>Sends a notice, or leaves it in the outbox for the next run.</summary>
internal static class PeopleTeller
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <summary>Null when it was sent, or will be; else why neither.</summary>
    public static async Task<string?> Tell(this World world, Notice notice, CancellationToken cancel)
    {
        var published = await Task.WhenAll(world.Notices.Publish(notice, cancel), world.Notices.PublishToChat(notice, cancel)).ConfigureAwait(false);
        var now = world.Clock.GetUtcNow();
        return await Keep(world, published[0], new Letter.ToPeople(notice.Id, now, now + Soon, 0, notice), cancel).ConfigureAwait(false)
            ?? await Keep(world, published[1], new Letter.ToChat($"{notice.Id}-chat", now, now + Soon, 0, notice), cancel).ConfigureAwait(false);
    }

    private static async Task<string?> Keep(World world, Answer published, Letter letter, CancellationToken cancel)
    {
        if (published.Succeeded) return null;
        var kept = await world.Books.Outbox.Put(letter, cancel).ConfigureAwait(false);
        return kept.Succeeded ? null : $"the notice was not sent ({published.Problem}), and could not be kept for later: {kept.Problem}";
    }
}
