using System.Numerics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Holds a verdict against the one that the model expects, cell by cell.</summary>
internal static class ModelComparison
{
    public static void AssertAgree(ModelVerdict expected, Verdict verdict, ModelCase c, int number, string where)
    {
        // A trim that keeps nothing is a revoke; whether it may keep nothing is compared below.
        var action = expected.Action == (int)RuleAction.Trim && verdict.Remainder.IsEmpty ? (int)RuleAction.Revoke : expected.Action;
        var (want, was) = (Describe(expected with { Action = action }), Describe(verdict));
        if (want != was) Fail($"expected {want}, was {was}", c, number, where);
        if (Math.Abs(expected.Share - verdict.ShareOfInternet) > 1e-12) Fail($"expected share {expected.Share}, was {verdict.ShareOfInternet}", c, number, where);
        AssertSame("forbidden", expected.Forbidden, verdict.Forbidden, c, number, where);
        AssertSame("waived", expected.Waived, verdict.Waived, c, number, where);
        if (expected.Kept is null)
        {
            if (!verdict.Remainder.IsEmpty) Fail("something remains of what is not trimmed", c, number, where);
            return;
        }

        if (verdict.Remainder.IsEmpty && MayBeTooMany(c, number)) return;
        var kept = verdict.Remainder.Aggregate(TrafficSet.Empty, (sum, piece) => sum.Union(Traffic(piece, verdict.Permission, c, number)));
        AssertSame("kept", expected.Kept, kept, c, number, where);
    }

    /// <summary>EC2 has no range of ICMP types or codes: one that is an exception leaves hundreds of permissions for each of hundreds of
    /// blocks, which nobody writes.</summary>
    private static bool MayBeTooMany(ModelCase c, int number) => c.Asked[number].Box is { First: <= 58, Last: >= 1 }
        && c.Rules.SelectMany(r => r.Deny.Concat(r.Unless)).SelectMany(p => p.Services).Any(box => box is { First: 1 or 58 } && box.First == box.Last && (box.From, box.To) != (0, 65535));

    private static TrafficSet Traffic(Permission piece, Permission whole, ModelCase c, int number) => TrafficSet.Of(
        piece.Services,
        piece.Peer == whole.Peer ? Reach(c, c.Asked[number]) : AddressSet.From(((Peer.Block)piece.Peer).Cidr));

    private static AddressSet Reach(ModelCase c, ModelPermission p) => p.Kind switch
    {
        "block" => Given.Blocks(p.Peer),
        "group" => Given.Blocks(Universe.Private),
        _ => c.Lists.Single(l => l.Id == p.Peer).Entries is { Length: > 0 } entries ? Given.Blocks(entries) : AddressSet.All,
    };

    private static string Describe(ModelVerdict v) =>
        $"{v.Decision} [{v.Reasons}] severity {v.Severity} action {v.Action} waivers [{v.Waivers}] {v.IPv4} {v.IPv6}";

    private static string Describe(Verdict v) =>
        $"{v.Decision} [{Reasons(v)}] severity {(int)v.Severity} action {(int?)v.Action} waivers [{string.Join(' ', v.Waivers.Select(w => w.Id))}] {v.IPv4Addresses} {v.IPv6Addresses}";

    private static string Reasons(Verdict verdict) => string.Join(' ', verdict.Reasons.Select(r =>
        $"{r.Rule.Id}:{r.Decision}:{(r.Observing ? "observing" : "enforcing")}{(r.Outdated ? ":outdated" : "")}"));

    private static void AssertSame(string what, bool[][] expected, TrafficSet was, ModelCase c, int number, string where)
    {
        var services = BigInteger.Zero;
        for (var s = 0; s < expected.Length; s++)
        {
            var (protocol, first, size) = Universe.Services[s];
            var point = ((uint)protocol << 16) | (uint)first;
            var any = expected[s].Contains(true);
            if (any) services += size;
            if (!any && was.IsEmpty) continue;
            var slab = was.Slabs.FirstOrDefault(x => x.Services.First <= point && point <= x.Services.Last);
            for (var a = 0; a < expected[s].Length; a++)
            {
                var there = slab.Addresses is { } addresses && Contains(addresses, Universe.Addresses[a].Bits, Universe.Addresses[a].First);
                if (expected[s][a] != there) Fail($"protocol {protocol}, {first} from {Universe.Addresses[a].First} {what}: {there}", c, number, where);
            }
        }

        if (services != was.Services.Points.Count) Fail($"{what} on {was.Services}", c, number, where);
    }

    private static bool Contains(AddressSet set, int bits, BigInteger address) =>
        bits == 32 ? set.IPv4.Contains((uint)address) : set.IPv6.Contains((UInt128)address);

    private static void Fail(string problem, ModelCase c, int number, string where) => Assert.Fail($"{where}: {problem}\n{ModelText.Of(c, number)}");
}
