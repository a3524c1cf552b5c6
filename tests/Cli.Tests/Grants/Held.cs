using Remediator.Changes;
using Remediator.Cli.Tests.Live;
using Remediator.Ledger;

namespace Remediator.Cli.Tests.Grants;

/// <summary>Entries of the ledger, as the function would have left them.</summary>
internal static class Held
{
    private const string Holder = "function";

    /// <summary>What somebody opened in sg-0a, claimed and not finished; its key.</summary>
    public static string Entry(LiveDesk desk, string arn)
    {
        var now = desk.Clock.GetUtcNow();
        var change = new Change("event-1", "AuthorizeSecurityGroupIngress", now, LiveDesk.Account, LiveDesk.Region, new("sg-0a", null), new(arn, null, null, null, default, null));
        var claim = new Claim(change.KeyIn(GrantDesk.Group), change, [], new(GrantDesk.Group, [], []), now);
        Assert.IsType<ClaimAnswer.Granted>(desk.Books.Ledger.Claim(claim, Holder, now, default).GetAwaiter().GetResult());
        return claim.Key;
    }

    /// <summary>The same, held back for a quarter of an hour.</summary>
    public static string Back(LiveDesk desk)
    {
        var key = Entry(desk, "arn:aws:iam::111122223333:user/bob");
        var now = desk.Clock.GetUtcNow();
        Assert.Equal(RecordAnswer.Ok, desk.Books.Ledger.Hold(key, Holder, Progress.Begun, now.AddMinutes(15), now, default).GetAwaiter().GetResult());
        return key;
    }

    public static string Finished(LiveDesk desk)
    {
        var key = Entry(desk, "arn:aws:iam::111122223333:user/bob");
        var claim = Attempt(desk, key).Claim;
        Assert.Equal(RecordAnswer.Ok, desk.Books.Ledger.Finish(new(claim, Progress.Begun, [], desk.Clock.GetUtcNow()), Holder, default).GetAwaiter().GetResult());
        return key;
    }

    public static Attempt Attempt(LiveDesk desk, string key) => desk.Books.Ledger.Earlier(key, default).GetAwaiter().GetResult().Value!;
}
