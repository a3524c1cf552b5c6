using Remediator.Changes;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Aws.Tests.Ledger;

/// <summary>Every call of every port of the ledger, as the problem that it came to; null for none.</summary>
internal static class Everything
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    public static readonly GroupKey Group = new("111122223333", "eu-west-1", "sg-0a");

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Claim Claim = new(
        Key,
        new Change("event-1", "AuthorizeSecurityGroupIngress", Noon, Group.Account, Group.Region, new(Group.GroupId, null), new("arn:aws:iam::111122223333:user/alice", null, null, null, Channel.Unknown, null)),
        [],
        new Plan(Group, [], []),
        Noon);

    public static readonly Agreement Agreement = new(new Waiver("w-1", Group, Direction.Ingress, ServiceSet.All, AddressSet.All, [], "alice", "a test", null, Noon, Noon.AddHours(8)), 1);

    public static readonly Letter Letter = new Letter.ToPeople("l-1", Noon, Noon, 0, new("n-1", "subject", "body", ImmutableSortedDictionary<string, string>.Empty));

    public static readonly Measure Measure = new Isolation("m-1", new("f-1", null, "UnauthorizedAccess:EC2/SSHBruteForce", 8, [22]), Group.Account, Group.Region, "eni-1", "vpc-1", ["sg-0a"], Noon, 1);

    private static readonly Progress Called = Progress.Begun with { Calls = [new("RevokeSecurityGroupIngress", "req-1", "taken", Noon)] };

    /// <summary>Reads and writes; <see cref="ILedger.Release"/> alone answers nothing.</summary>
    public static IEnumerable<(string Name, Func<Books, CancellationToken, Task<string?>> Call)> Calls =>
    [
        ("Earlier", async (b, c) => (await b.Ledger.Earlier(Key, c)).Problem),
        ("IsOurs", async (b, c) => (await b.Ledger.IsOurs("req-9", Group, [Permission], Noon, c)).Problem),
        ("NoteCall", async (b, c) => (await b.Ledger.NoteCall("req-8", Noon, c)).Problem),
        ("Claim", async (b, c) => (await b.Ledger.Claim(Claim, "one", Noon, c) as ClaimAnswer.Unavailable)?.Problem),
        ("Amend", async (b, c) => Of(await b.Ledger.Amend(Claim, "one", Noon, c))),
        ("Intend", async (b, c) => Of(await b.Ledger.Intend(Key, Group, [Permission], Noon, c))),
        ("Record", async (b, c) => Of(await b.Ledger.Record(Key, "one", Called, Noon, c))),
        ("Hold", async (b, c) => Of(await b.Ledger.Hold(Key, "one", Called, Noon, Noon, c))),
        ("Finish", async (b, c) => Of(await b.Ledger.Finish(new(Claim, Called, [], Noon), "one", c))),
        ("Held", async (b, c) => (await b.Ledger.Held(Noon, 10, c)).Problem),
        ("LetGo", async (b, c) => Of(await b.Ledger.LetGo(Key, "bob", Noon, c))),
        ("Undone", async (b, c) => Of(await b.Ledger.Undone(Key, new("bob", Noon, null), c))),
        ("Agreements.Of", async (b, c) => (await b.Agreements.Of(Group, c)).Problem),
        ("Agreements.Find", async (b, c) => (await b.Agreements.Find("w-1", c)).Problem),
        ("Agreements.Open", async (b, c) => (await b.Agreements.Open(c)).Problem),
        ("Agreements.Write", async (b, c) => Of(await b.Agreements.Write(Agreement, c))),
        ("Switch.Read", async (b, c) => (await b.Switch.Read(c)).Problem),
        ("Switch.Turn", async (b, c) => (await b.Switch.Turn(new(true, "bob", "a test", Noon), c)).Problem),
        ("Tallies.Add", async (b, c) => (await b.Tallies.Add("t", ["a"], 3, Noon, c) as TallyAnswer.Failed)?.Problem),
        ("Tallies.Remove", async (b, c) => (await b.Tallies.Remove("t", ["a"], c)).Problem),
        ("Outbox.Put", async (b, c) => (await b.Outbox.Put(Letter, c)).Problem),
        ("Outbox.Due", async (b, c) => (await b.Outbox.Due(Noon, 10, c)).Problem),
        ("Outbox.Postpone", async (b, c) => (await b.Outbox.Postpone(Letter, Noon, c)).Problem),
        ("Outbox.Take", async (b, c) => (await b.Outbox.Take(Letter, c)).Problem),
        ("Outbox.Remove", async (b, c) => (await b.Outbox.Remove("l-1", c)).Problem),
        ("Notebook.Read", async (b, c) => (await b.Notebook.Read("n", c)).Problem),
        ("Measures.Find", async (b, c) => (await b.Measures.Find("m-1", c)).Problem),
        ("Measures.Open", async (b, c) => (await b.Measures.Open(c)).Problem),
        ("Measures.Write", async (b, c) => Of(await b.Measures.Write(Measure, c))),
        ("Notebook.Write", async (b, c) => Of(await b.Notebook.Write(new("n", "text", 1, Noon), c))),
    ];

    private static Permission Permission => Groups.Permission.Create(Direction.Ingress, "tcp", 22, 22, new Peer.PrefixList("pl-1"), out _)!;

    private static string? Of(RecordAnswer answer) => (answer as RecordAnswer.Failed)?.Problem;

    private static string? Of(WriteAnswer answer) => (answer as WriteAnswer.Failed)?.Problem;
}
