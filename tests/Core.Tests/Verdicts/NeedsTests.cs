using Remediator.Core.Tests.Network;
using Remediator.Core.Tests.Verdicts.Model;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>What a verdict asks to be read: everything that may change it, and nothing else.</summary>
public sealed class NeedsTests
{
    private const int Cases = 15_000;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Verdict_without_needs_stays_what_it_is_whatever_a_read_shows(int usualSeed)
    {
        var seed = Effort.Seed(usualSeed);
        var random = new Random(seed);
        var cases = new RandomCase(random);
        var (needy, final) = (0, 0);
        for (var i = 0; i < Effort.Times(Cases / 2); i++)
        {
            // A permission that alone is over a limit is so whatever else the group holds: breadth has tests of its own.
            var c = cases.Next();
            // And a name is one list's: what another of that name holds, nobody asks.
            c = c with
            {
                Rules = [.. c.Rules.Select(r => r with { HasLimit = false })],
                Lists = [.. c.Lists.Select(l => l.Entries is null ? l with { Name = "unheard" } : l)],
            };
            var before = Decide(c);
            var read = Read(c, random);
            var after = Judge.DecideAll(CoreInputs.Policy(read), CoreInputs.Asked(read), WithoutNames(CoreInputs.Situation(read)));
            for (var n = 0; n < before.Length; n++)
            {
                var where = $"seed {seed}, case {i}, permission {n}: before {Show(before[n])}, after {Show(after[n])}\n{ModelText.Of(c, n)}";
                Assert.True(before[n].Decision != Decision.Compliant || before[n].Needs.IsNothing, where);
                Assert.True(after[n].Needs.IsNothing, where);
                if (!before[n].Needs.IsNothing)
                {
                    needy++;
                    continue;
                }

                final++;
                // What is waived altogether may turn out not to be forbidden at all.
                var stays = before[n].Decision == Decision.Waived ? after[n].Decision is Decision.Waived or Decision.Compliant : Show(before[n]) == Show(after[n]);
                Assert.True(stays, where);
            }
        }

        Assert.True(needy > Cases / 20 && final > Cases / 4, $"seed {seed}: {needy} with needs, {final} without");
    }

    [Theory]
    [InlineData(13)]
    public void Needs_name_only_what_was_not_asked_for_yet(int usualSeed)
    {
        var seed = Effort.Seed(usualSeed);
        var cases = new RandomCase(new Random(seed));
        for (var i = 0; i < Effort.Times(Cases / 5); i++)
        {
            var c = cases.Next();
            var situation = CoreInputs.Situation(c);
            foreach (var needs in Decide(c).Select(v => v.Needs))
            {
                var again = needs.PrefixLists.Where(situation.PrefixLists.ContainsKey).Concat(needs.PeerGroups.Where(situation.PeerGroups.ContainsKey));
                Assert.True(!again.Any() && !(needs.Standing && c.Standing is not null), $"seed {seed}, case {i}: asked again for {string.Join(", ", again)}\n{ModelText.Of(c, 0)}");
            }
        }
    }

    private static ImmutableArray<Verdict> Decide(ModelCase c) => Judge.DecideAll(CoreInputs.Policy(c), CoreInputs.Asked(c), CoreInputs.Situation(c));

    /// <summary>Names that no list bears were asked for too, in vain.</summary>
    private static Situation WithoutNames(Situation situation) => situation with
    {
        PrefixLists = situation.PrefixLists.Add("office", null).Add("partners", null),
    };

    private static string Show(Verdict v) => $"{v.Decision} {v.Action} {string.Join(' ', v.Reasons.Select(r => $"{r.Rule.Id}:{r.Decision}"))}";

    /// <summary>The same, with everything read that can be.</summary>
    private static ModelCase Read(ModelCase c, Random random) => c with
    {
        Own = c.Own with { Name = c.Own.Name ?? (random.Next(2) == 0 ? "web-9" : "db-9"), TagsKnown = true },
        Peers = [.. c.Peers.Select(g => g.Name is null && !g.TagsKnown ? g with { Name = random.Next(2) == 0 ? "web-9" : "db-9", TagsKnown = true } : g)],
        Lists = [.. c.Lists.Select(l => l.Entries is null && !l.AskedInVain
            ? l with { Entries = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Universe.Blocks[random.Next(Universe.Blocks.Length)])] }
            : l)],
        Standing = c.Standing ?? [],
    };
}
