using System.Numerics;
using Remediator.Core.Tests.Network;
using Remediator.Core.Tests.Verdicts.Model;
using Remediator.Network;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>The judge against a second one that knows no sets and asks about each cell of traffic by itself.</summary>
public sealed class JudgeModelTests
{
    private const int Cases = 24_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Judge_agrees_with_brute_force_on_random_policies_and_permissions(int usualSeed)
    {
        var seed = Effort.Seed(usualSeed);
        var random = new RandomCase(new Random(seed));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Effort.Times(Cases / 2); i++)
        {
            var c = random.Next();
            var cells = new Cells(c);
            var expected = ModelJudge.Decide(c, cells);
            var verdict = Judge.Decide(CoreInputs.Rules(c), CoreInputs.Opening(c));
            var where = new Lazy<string>(() => $"seed {seed}, case {i}: {c}");
            if (Describe(expected) != Describe(verdict)) Assert.Fail($"expected {Describe(expected)}, was {Describe(verdict)}: {where.Value}");
            if (Math.Abs(expected.Share - verdict.ShareOfInternet) > 1e-12) Assert.Fail($"expected share {expected.Share}, was {verdict.ShareOfInternet}: {where.Value}");
            AssertForbidden(expected, verdict, cells, where);
            var kind = $"{c.PeerKind} {expected.Decision}";
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
        }

        // A hunt that never meets a case proves nothing of it. A block is never undecided.
        Assert.Equal(8, seen.Count(s => s.Value > Cases / 200));
    }

    private static string Describe(ModelVerdict v) => $"{v.Decision} [{v.Reasons}] severity {v.Severity} revoke {v.Revoke} {v.IPv4} {v.IPv6}";

    private static string Describe(Verdict v) =>
        $"{v.Decision} [{Reasons(v)}] severity {(int)v.Severity} revoke {Revoke(v)} {v.IPv4Addresses} {v.IPv6Addresses}";

    private static string Reasons(Verdict verdict) =>
        string.Join(' ', verdict.Reasons.Select(r => $"{r.Rule.Id}:{r.Decision}:{(r.Observing ? "observing" : "enforcing")}"));

    private static bool? Revoke(Verdict verdict) => verdict.Action is null ? null : verdict.AsksForRevoke;

    private static void AssertForbidden(ModelVerdict expected, Verdict verdict, Cells cells, Lazy<string> where)
    {
        var services = BigInteger.Zero;
        for (var s = 0; s < cells.Services.Length; s++)
        {
            var (protocol, number, size) = cells.Services[s];
            var point = ((uint)protocol << 16) | (uint)number;
            if (expected.Forbidden[s].Contains(true)) services += size;
            var slab = verdict.Forbidden.Slabs.FirstOrDefault(x => x.Services.First <= point && point <= x.Services.Last);
            for (var a = 0; a < cells.Addresses.Length; a++)
            {
                var forbidden = slab.Addresses is { } addresses && Contains(addresses, cells.Addresses[a].Bits, cells.Addresses[a].First);
                if (expected.Forbidden[s][a] != forbidden) Assert.Fail($"protocol {protocol}, {number} from {cells.Addresses[a].First} forbidden: {forbidden}; {where.Value}");
            }
        }

        Assert.Equal(services, verdict.Forbidden.Services.Points.Count);
    }

    private static bool Contains(AddressSet set, int bits, BigInteger address) =>
        bits == 32 ? set.IPv4.Contains((uint)address) : set.IPv6.Contains((UInt128)address);
}
