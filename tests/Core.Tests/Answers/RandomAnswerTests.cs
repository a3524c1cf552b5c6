using System.Globalization;
using Remediator.Core.Tests.Network;
using static Remediator.Core.Tests.Answers.AttackedAccount;
using static Remediator.Core.Tests.Answers.RandomAttack;

namespace Remediator.Core.Tests.Answers;

/// <summary>Of an interface with three groups and thirty permissions, exactly the doors that the policy forbids are closed, whatever
/// groups, policy and finding: compared with one packet after the other by hand.</summary>
public sealed class RandomAnswerTests
{
    private static readonly int Seed = Effort.Seed(20260302);


    [Fact]
    public async Task Exactly_the_doors_that_the_policy_forbids_are_closed()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var i = 0; i < Effort.Times(500); i++) await Check(random, i);
    }

    private static async Task Check(Random random, int number)
    {
        var rules = Rules(random);
        var policy = Text(rules);
        var account = new AttackedAccount(policy);
        account.Interfaces.Put(Eni, Instance, [Own], GroupIds);
        account.Interfaces.Put("eni-lb", "i-lb", ["10.0.7.7"], "sg-lb");
        foreach (var group in GroupIds) account.Ec2.Put(group, [.. Enumerable.Range(0, 10).Select(_ => Any(random)).Distinct()]);
        var threat = Attack(random);
        var before = account.Ec2.Groups.ToDictionary(g => g.Key, g => g.Value.Permissions);
        await account.Answer(threat);
        foreach (var group in GroupIds)
        {
            var expected = before[group].Where(p => !(MustGo(p, threat, rules)));
            Assert.True(expected.SequenceEqual(account.Ec2.Groups[group].Permissions), string.Create(CultureInfo.InvariantCulture, $"number {number}, seed {Seed}: {group} under\n{policy}against {string.Join(", ", threat.Contacts)}"));
        }
    }
}
