using System.Net;
using Remediator.Changes;
using Remediator.Cli.Tests.Live;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Cli.Tests.Undos;

/// <summary>A live account in which the function revoked something a while ago.</summary>
internal sealed class UndoDesk : IDisposable
{
    public const string Key = "0f3c9a54d2b1487e96ab30c7d4e58f21";

    private static readonly Policy Policy = PolicyReader.Read("version: 1\nmode: enforce\nrules:\n- { id: SG001, name: none, deny: { service: all, peer: anywhere }, why: closed }\n", "policy.yaml").Policy!;

    public LiveDesk Live { get; } = new();

    public static GroupKey Group { get; } = new(LiveDesk.Account, LiveDesk.Region, "sg-0a");

    public static Permission Permission(int port, string cidr)
    {
        Assert.True(Cidr.TryParse(cidr, out var block));
        var permission = Remediator.Groups.Permission.Create(Direction.Ingress, "tcp", port, port, new Peer.Block(block, cidr), out var problem);
        Assert.Null(problem);
        return permission!;
    }

    public async Task<UndoDesk> Record(Outcome outcome, params Permission[] permissions)
    {
        var actor = new Actor("arn:aws:iam::111122223333:user/mallory", null, IPAddress.Loopback.ToString(), null, Channel.Console, null);
        var now = Live.Clock.GetUtcNow();
        var change = new Change("7e96f0e7-4d78-423d-b3f5-391370685b30", "AuthorizeSecurityGroupIngress", now, Group.Account, Group.Region, new GroupName(Group.GroupId, null), actor);
        ImmutableArray<Verdict> verdicts = [.. permissions.Select(p => Judge.Decide(Policy, p, new Situation(new GroupFacts(Group), now)))];
        var claim = new Claim(Key, change, verdicts, new Plan(Group, [], []), now);
        await Live.Books.Ledger.Claim(claim, "function", now, TestContext.Current.CancellationToken);
        var progress = Progress.Begun with { Handled = [.. verdicts.Select(v => new Handled(v, outcome))] };
        await Live.Books.Ledger.Finish(new(claim, progress, [], now), "function", TestContext.Current.CancellationToken);
        Live.Clock.Advance(TimeSpan.FromHours(1));
        return this;
    }

    public Answer Undo(params string[] more) => Live.Run(["undo", Key, .. more]);

    public void Dispose() => Live.Dispose();
}
