using System.Text;
using Remediator.Changes;
using Remediator.Core.Tests.Network;
using Remediator.Groups;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>Bent events: the reader never throws, and never reads traffic as narrower than a second reader that shares no code with
/// it, unless it says that it does not know, for a reason that the second one sees too.</summary>
public sealed class ChangeReaderFuzzTests(ITestOutputHelper output)
{
    private static readonly int Seed = Effort.Seed(20260301);

    /// <summary>Readers that are wrong on purpose. What finds no fault with them finds no fault with anything.</summary>
    public static readonly TheoryData<string> BrokenReaders = ["drops IPv6", "drops the last", "reads one port of many", "turns egress into ingress", "hides its doubts", "ignores what it cannot read", "gives up", "always reads the whole group",
        "closes what was unknown", "forgets what was closed", "forgets a group", "forgets a tag", "always fears for any tag", "overlooks a prefix list", "overlooks IPv6 in a new group"];

    private static readonly Node[] Originals = [.. Events.Names.Select(name => Trimmed(NodeParser.Parse(Events.Bytes(name)).Root!))];

    [Fact]
    public void Bent_events_are_never_read_as_narrower_than_a_second_reader_reads_them()
    {
        var cases = Effort.Times(100_000);
        var endings = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var complaints = new List<string>();
        for (var number = 0; number < cases && complaints.Count < 5; number++)
        {
            var bytes = Case(number);
            var reading = ChangeReader.Read(bytes);
            if (Comparison.Complaint(reading, SecondReader.Read(bytes)) is { } complaint) complaints.Add(Report(number, complaint, reading, bytes));
            endings[Ending(reading)] = endings.GetValueOrDefault(Ending(reading)) + 1;
        }

        output.WriteLine($"seed {Seed}, {cases} cases: {string.Join(", ", endings.Select(e => $"{e.Value} {e.Key}"))}");
        Assert.True(complaints.Count == 0, string.Join("\n\n", complaints));
        Assert.Equal(["ignored", "read", "unreadable", "whole group"], endings.Keys);
        Assert.All(endings.Values, count => Assert.True(count > cases / 50, "an ending that is hardly met proves nothing"));
    }

    [Fact]
    public void Events_as_they_were_written_raise_no_complaint() => Assert.All(Events.Names, name =>
        Assert.Null(Comparison.Complaint(ChangeReader.Read(Events.Bytes(name)), SecondReader.Read(Events.Bytes(name)))));

    [Theory]
    [MemberData(nameof(BrokenReaders))]
    public void A_reader_that_is_wrong_is_caught(string fault)
    {
        const int patience = 2_000;
        for (var number = 0; number < patience; number++)
        {
            var bytes = Case(number);
            if (Comparison.Complaint(Broken(ChangeReader.Read(bytes), fault), SecondReader.Read(bytes)) is not { } complaint) continue;
            output.WriteLine($"seed {Seed}, caught by case {number}: {complaint}");
            return;
        }

        Assert.Fail($"seed {Seed}: a reader that {fault} went through {patience} cases");
    }

    /// <summary>Without what only costs time here.</summary>
    private static Node Trimmed(Node root)
    {
        root.Get("detail")!.Members.RemoveAll(m => m.Name is "tlsDetails" or "eventVersion" or "eventCategory" or "managementEvent" or "eventType");
        return root;
    }

    private static byte[] Case(int number)
    {
        var random = new Random(unchecked(Seed + number));
        return new EventMutator(random, BendingWords.Trail).Mutate(Originals[random.Next(Originals.Length)]);
    }

    private static ChangeReading Broken(ChangeReading reading, string fault) => (fault, reading) switch
    {
        ("drops IPv6", Change c) => c with { Permissions = [.. c.Permissions.Where(p => !p.Peer.Text.Contains(':', StringComparison.Ordinal))] },
        ("drops the last", Change { Permissions.Length: > 0 } c) => c with { Permissions = c.Permissions[..^1] },
        ("reads one port of many", Change c) => c with { Permissions = [.. c.Permissions.Select(p => Permission.Create(p.Direction, p.Protocol, p.FromPort, p.FromPort, p.Peer, out _)!)] },
        ("turns egress into ingress", Change c) => c with { Permissions = [.. c.Permissions.Select(p => p with { Direction = Direction.Ingress })] },
        ("hides its doubts", Change c) => c with { WholeGroupBecause = null },
        ("ignores what it cannot read", Unreadable) => new Ignored("it is odd"),
        ("gives up", Change) => new Unreadable(["no idea"]),
        ("closes what was unknown", Change { Kind: ChangeKind.Closed } c) => c with { Closed = [.. c.Closed, Permission.Create(Direction.Ingress, "tcp", 22, 22, Block("198.51.100.0/24"), out _)!] },
        ("forgets what was closed", Change { Closed.Length: > 0 } c) => c with { Closed = c.Closed[1..] },
        ("forgets a group", Several s) => s.Changes[0],
        ("forgets a tag", Change { Retagged.Length: > 0 } c) => c with { Retagged = c.Retagged[1..] },
        ("always fears for any tag", Change { Kind: ChangeKind.Retagged } c) => c with { AnyTagRetagged = true },
        ("overlooks a prefix list", PrefixListChange) => new Ignored("it is only a list"),
        ("overlooks IPv6 in a new group", Change { AtMost: { } most } c) => c with { AtMost = most[..1] },
        ("always reads the whole group", Change c) => c with { WholeGroupBecause = "one never knows" },
        _ => reading,
    };

    private static Peer.Block Block(string text) => new(Remediator.Network.Cidr.TryParse(text, out var cidr) ? cidr : default, text);

    private static string Ending(ChangeReading reading) => reading switch
    {
        Ignored => "ignored",
        Unreadable => "unreadable",
        Change { Kind: ChangeKind.Opened or ChangeKind.Closed, WholeGroupBecause: not null } => "whole group",
        _ => "read",
    };

    private static string Report(int number, string complaint, ChangeReading reading, byte[] bytes) =>
        $"seed {Seed}, case {number}: {complaint}\n{Shown.Reading(reading)}\n{Encoding.UTF8.GetString(bytes)}";
}
