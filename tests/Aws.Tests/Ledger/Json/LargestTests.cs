using System.Text;
using Remediator.Aws.Ledger.Json;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>Whoever opens as much as EC2 takes, with texts that do not pack, must not keep it open because the record is too large.</summary>
public sealed class LargestTests(ITestOutputHelper output)
{
    private const int Seed = 20260301;

    /// <summary>A group's rules, all of them in one call, is the most that EC2 takes.</summary>
    private const int Most = 1000;

    /// <summary>What an item has for each of its documents.</summary>
    private const int MostBytes = 180_000;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly GroupKey Key = new("111122223333", "eu-west-1", "sg-0a");

    [Theory]
    [InlineData("revoke", 3)]
    [InlineData("trim", 3)]
    [InlineData("trim", 30)]
    public void A_thousand_permissions_that_do_not_pack_fit_into_a_claim_and_a_progress(string action, int offices)
    {
        var policy = Policy(action, offices);
        var random = new Random(Seed);
        ImmutableArray<Permission> opened = [.. Enumerable.Range(0, Most).Select(i => Opened(random, i))];
        ImmutableArray<Verdict> verdicts = [.. Judge.DecideAll(policy, opened, new(new GroupFacts(Key) { Name = "web", Tags = [] }, Now) { Standing = opened })];
        Assert.Equal(Most, verdicts.Count(v => v.AsksToAct));
        var actor = new Actor("arn:aws:iam::111122223333:user/mallory", null, "203.0.113.9", Noise(random, 1000), Channel.Unknown, null);
        var change = new Change("event-1", "AuthorizeSecurityGroupIngress", Now, Key.Account, Key.Region, new(Key.GroupId, null), actor) { Permissions = opened };
        var claim = new Claim("0123456789abcdef0123456789abcdef", change, verdicts, Planner.Make(Key, verdicts, _ => null), Now);
        var progress = Progress.Begun with
        {
            Handled = [.. verdicts.Select(v => new Handled(v, v.AsksForTrim ? Outcome.Trimmed : Outcome.Revoked) { At = Now })],
            Trims = [.. claim.Plan.Trims.Select(t => new TrimProgress(t.Wide, TrimStage.Revoking, t.Pieces, t.Pieces) { At = Now })],
        };
        var (claimed, got) = (Shrunk.Claim(claim, MostBytes), Shrunk.Progress(progress, MostBytes));
        output.WriteLine($"{action}, {offices} offices: claim {claimed.Packed.Length} ({claimed.LeftOut}), progress {got.Packed.Length} ({got.LeftOut})");
        Assert.True(claimed.Fits, "claim");
        Assert.True(got.Fits, "progress");
    }

    private static Policy Policy(string action, int offices)
    {
        var networks = string.Join(", ", Enumerable.Range(0, offices).Select(i => $"203.0.113.{8 * i}/30"));
        var text = $$"""
            version: 1
            mode: enforce
            networks: { office: [{{networks}}] }
            rules:
            - { id: R1, name: nothing from outside, deny: { direction: ingress, service: all, peer: internet }, unless: { peer: office }, action: {{action}}, severity: critical, why: because }
            - { id: R2, name: no ssh, deny: { direction: ingress, service: ssh, peer: internet }, unless: { peer: office }, action: {{action}}, severity: critical, why: because }
            """;
        var reading = PolicyReader.Read(Encoding.UTF8.GetBytes(text), "policy.yaml");
        Assert.True(reading.Policy is not null, string.Join('\n', reading.Diagnostics));
        return reading.Policy;
    }

    /// <summary>Every other one is an IPv6 network that nothing else is near; the rest are open to everybody, on ports of their own.</summary>
    private static Permission Opened(Random random, int number)
    {
        var from = random.Next(0, 30_000);
        var block = number % 2 == 0 ? "0.0.0.0/0" : $"{random.Next(0x2001, 0x3fff):x}:{random.Next(1, 0xffff):x}:{random.Next(1, 0xffff):x}:{random.Next(1, 0xffff):x}:{random.Next(1, 0xffff):x}:{random.Next(1, 0xffff):x}:{random.Next(1, 0xffff):x}:{random.Next(1, 0xffff):x}/128";
        Assert.True(Cidr.TryParse(block, out var cidr), block);
        var permission = Permission.Create(Direction.Ingress, "tcp", from, from + random.Next(1, 30_000), new Peer.Block(cidr, block), out _)!;
        return permission with { RuleId = $"sgr-{StableHash.Of($"{number}")[..17]}", Description = Noise(random, 255), Tags = [.. Enumerable.Range(0, 5).Select(t => KeyValuePair.Create($"{t}{Noise(random, 120)}", Noise(random, 256)))] };
    }

    private static string Noise(Random random, int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)random.Next(0x21, 0x7e))]);
}
