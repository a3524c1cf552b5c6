using Remediator.Findings;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>Sends a notice, or leaves it in the outbox for the next run.</summary>
internal static class PeopleTeller
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <summary>Null when it was sent, or will be; else why neither.</summary>
    public static async Task<string?> Tell(this World world, Notice notice, CancellationToken cancel)
    {
        var published = await world.Notices.Publish(notice, cancel).ConfigureAwait(false);
        if (published.Succeeded) return null;
        var now = world.Clock.GetUtcNow();
        var kept = await world.Books.Outbox.Put(new Letter.ToPeople(notice.Id, now, now + Soon, 0, notice), cancel).ConfigureAwait(false);
        return kept.Succeeded ? null : $"the notice was not sent ({published.Problem}), and could not be kept for later: {kept.Problem}";
    }
}
