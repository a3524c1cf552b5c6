using System.Diagnostics;
using System.Reflection;
using Remediator.Aws.Ledger.Json;
using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>What people are told hangs on nothing that the ledger forgets: a later attempt, the outbox and an undo tell the same.</summary>
public sealed class TellingTests(ITestOutputHelper output)
{
    private static readonly GroupKey Key = new("111122223333", "eu-west-1", "sg-0a1b2c3d4e5f60718");
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, 123, TimeSpan.Zero);
    private static readonly Actor Alice = new("arn:aws:sts::111122223333:assumed-role/Developer/alice", "arn:aws:iam::111122223333:role/Developer", "203.0.113.7", "aws-cli/2", Channel.CommandLine, false);

    [Theory]
    [InlineData("default.yaml", 10)]
    [InlineData("devops-test.yaml", 20)]
    [InlineData("three-tier-platform.yaml", 20)]
    [InlineData("e-commerce-shop.yaml", 20)]
    [InlineData("defence-in-depth.yaml", 10)]
    public void Notice_and_findings_of_verdicts_that_were_read_back_are_those_of_the_verdicts_themselves(string file, int least)
    {
        var policy = Sample(file);
        var (notices, findings) = (0, 0);
        foreach (var test in policy.Tests)
        {
            foreach (var mode in new[] { Mode.Enforce, Mode.Observe })
            {
                var (claim, progress) = Handle(policy with { Mode = mode }, test);
                var claimBack = LedgerJson.ReadClaim(LedgerJson.Write(claim), out var problem);
                Assert.True(claimBack is not null, problem);
                var progressBack = LedgerJson.ReadProgress(LedgerJson.Write(progress), out problem);
                Assert.True(progressBack is not null, problem);
                Assert.Null(Content.Difference(claim, claimBack));
                Assert.Null(Content.Difference(progress, progressBack));
                foreach (var outcome in new Outcome?[] { null, Outcome.Failed, Outcome.OpenedAgain, Outcome.Held, Outcome.Observed })
                {
                    var (told, toldBack) = (Tell(policy, claim, progress, outcome), Tell(policy, claimBack, progressBack, outcome));
                    Assert.True(Content.Difference(told.Notice, toldBack.Notice) is null, $"{test.Name}: {Content.Difference(told.Notice, toldBack.Notice)}");
                    Assert.True(Content.Difference(told.Findings, toldBack.Findings) is null, $"{test.Name}: {Content.Difference(told.Findings, toldBack.Findings)}");
                    if (told.Notice is not null) notices++;
                    findings += told.Findings.Length;
                }
            }
        }

        output.WriteLine($"{notices} notices, {findings} findings");
        Assert.True(notices >= least && findings >= least, "the sample's own tests make verdicts to tell");
    }

    [Fact]
    public void A_thousand_verdicts_take_a_small_part_of_an_item()
    {
        var policy = Sample("default.yaml") with { Mode = Mode.Enforce };
        ImmutableArray<Permission> opened = [.. Enumerable.Range(0, 1000).Select(i => Opened(i, $"{(i % 2 == 0 ? "203.0.113" : "198.51.100")}.{i / 4}/32"))];
        var situation = new Situation(new GroupFacts(Key) { Name = "web-1", Tags = [] }, Now) { Standing = opened };
        ImmutableArray<Verdict> verdicts = [.. Judge.DecideAll(policy, opened, situation)];
        Assert.Equal(1000, verdicts.Count(v => v.Decision == Decision.Violation));
        var claim = Claim(verdicts, Planner.Make(Key, verdicts, _ => null), opened);
        var progress = Progress.Begun with { Handled = [.. verdicts.Select(v => new Handled(v, Outcome.Revoked) { At = Now })] };
        foreach (var (name, bytes, read) in new (string, byte[], Func<byte[], object?>)[]
        {
            ("claim", LedgerJson.Write(claim), b => LedgerJson.ReadClaim(b, out _)), ("progress", LedgerJson.Write(progress), b => LedgerJson.ReadProgress(b, out _)),
        })
        {
            var watch = Stopwatch.StartNew();
            var packed = Packed.Pack(bytes);
            var packing = watch.Elapsed;
            Assert.NotNull(read(bytes));
            output.WriteLine($"{name}: {bytes.Length} bytes, packed {packed.Length} in {packing.TotalMilliseconds:0.0} ms, read in {(watch.Elapsed - packing).TotalMilliseconds:0.0} ms");
            // Two of them, and what else an item holds, stay far under its 400 kB.
            Assert.InRange(packed.Length, 1_000, 60_000);
        }
    }

    private static Permission Opened(int number, string block)
    {
        _ = Cidr.TryParse(block, out var cidr);
        var permission = Permission.Create(Direction.Ingress, "tcp", number % 4 < 2 ? 22 : 3389, number % 4 < 2 ? 22 : 3389, new Peer.Block(cidr, block), out _)!;
        return permission with { RuleId = $"sgr-{StableHash.Of($"{number}")[..17]}", Description = $"opened for ticket {number}", Tags = [KeyValuePair.Create("Owner", $"team-{number % 7}")] };
    }

    private static Policy Sample(string file)
    {
        var root = typeof(TellingTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        return PolicyReader.Read(File.ReadAllBytes(Path.Combine(root, "functions/Core/Policies/Samples", file)), file).Policy!;
    }

    /// <summary>As the pipeline does it, with every call taken.</summary>
    private static (Claim Claim, Progress Progress) Handle(Policy policy, PolicyTest test)
    {
        var permission = test.Permission with { RuleId = "sgr-0123456789abcdef0", Description = "just \"for\" now 💣", Tags = [KeyValuePair.Create("Owner", "alice")] };
        var actor = test.Actor is null ? Alice : Alice with { Arn = test.Actor };
        var situation = new Situation(test.Group, Now)
        {
            Standing = [permission, .. test.Others],
            PrefixLists = test.PrefixLists.ToImmutableDictionary(l => l.Id, PrefixList? (l) => l),
            OpenedBy = actor,
            Actor = actor,
            Waivers = [new("w-1", Key, Direction.Ingress, ServiceSet.All, AddressSet.From(Cidr.Around(AddressFamily.IPv4, 0xCB007100, 24)), [], "alice", "a test", null, Now.AddHours(-1), Now.AddHours(1))],
        };
        ImmutableArray<Verdict> verdicts = [.. Judge.DecideAll(policy, [permission, .. test.Others], situation).Where(v => v.Decision != Decision.Compliant)];
        var plan = Planner.Make(Key, verdicts, _ => null).With(new Shortfalls(policy).Of(situation, []).Shortfalls);
        var (revoked, trimmed) = (plan.Calls.SelectMany(c => c.Permissions).ToHashSet(), plan.Trims.Select(t => t.Wide).ToHashSet());
        var done = verdicts.Where(v => revoked.Contains(v.Permission) || trimmed.Contains(v.Permission)).Select(v => new Handled(v, revoked.Contains(v.Permission) ? Outcome.Revoked : Outcome.Trimmed) { At = Now.AddSeconds(1) });
        var progress = new Progress([.. plan.Spared, .. done], Now.AddSeconds(1), false, false)
        {
            Trims = [.. plan.Trims.Select(t => TrimProgress.Of(t.Wide) with { Created = t.Pieces })],
            Calls = [new("AuthorizeSecurityGroupIngress", "11111111-2222-4333-8444-555555555555", "taken, 1 created", Now)],
        };
        return (Claim(verdicts, plan, [permission]), progress);
    }

    private static Claim Claim(ImmutableArray<Verdict> verdicts, Plan plan, ImmutableArray<Permission> opened)
    {
        var change = new Change("3f0c7e9a-1111-4222-8333-444455556666", "AuthorizeSecurityGroupIngress", Now.AddSeconds(-3), Key.Account, Key.Region, new GroupName(Key.GroupId, null), Alice) { Permissions = opened, RequestId = "r-1" };
        return new(change.KeyIn(Key), change, verdicts, plan, Now);
    }

    /// <param name="instead">Another outcome for what was revoked or trimmed; null for its own.</param>
    private static (Notice? Notice, ImmutableArray<Finding> Findings) Tell(Policy policy, Claim claim, Progress progress, Outcome? instead)
    {
        ImmutableArray<Handled> handled = [.. progress.Handled.Select(h => instead is { } other && h.Outcome is (Outcome.Revoked or Outcome.Trimmed) ? h with { Outcome = other, Detail = "said why" } : h)];
        var report = new Report(claim.Change, claim.Plan.Group, "aws", handled, new Exposure(2, ["198.51.100.7"]), claim.At, progress.ClosedAt, BlameActor: true, $"{policy.Source}@{policy.Digest}");
        return (NoticeWriter.Write(report), FindingWriter.Opened(report));
    }
}
