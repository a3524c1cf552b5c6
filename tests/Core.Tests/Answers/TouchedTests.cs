using System.Globalization;
using System.Net;
using Remediator.Core.Tests.Network;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Policies;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps.Answering;
using Remediator.Threats;
using Remediator.Verdicts;
using static Remediator.Core.Tests.Answers.AttackedAccount;
using static Remediator.Core.Tests.Answers.RandomAttack;

namespace Remediator.Core.Tests.Answers;

/// <summary>What the plans for an interface's groups touch, without the calls that carry them out.</summary>
public sealed class TouchedTests
{
    private static readonly int Seed = Effort.Seed(20261121);

    [Fact]
    public void Exactly_the_doors_that_the_policy_forbids_are_touched()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var policies = Enumerable.Range(0, 200).Select(_ => Rules(random)).Select(rules => (Rules: rules, Policy: Read(Text(rules)))).ToList();
        var touched = 0;
        for (var i = 0; i < Effort.Times(20_000); i++)
        {
            var (rules, policy) = policies[random.Next(policies.Count)];
            touched += Check(random, i, rules, policy);
        }

        Assert.True(touched > 20_000, $"only {touched} were touched at all");
    }

    /// <summary>How many were.</summary>
    private static int Check(Random random, int number, List<DenyRule> rules, Policy policy)
    {
        ImmutableArray<SecurityGroup> groups = [.. GroupIds.Select(id => new SecurityGroup(Key(id), id, "vpc-0a", [.. Enumerable.Range(0, 10).Select(_ => Any(random)).Distinct()]) { Tags = [] })];
        var carrier = new InterfaceFacts(Eni, "vpc-0a", "subnet-0a", [.. GroupIds]) { InstanceId = Instance, Addresses = [IPAddress.Parse(Own)] };
        var threat = Attack(random);
        var doors = Doors.Of(threat, [carrier], groups, DoorFacts.None with { GroupsOf = DoorFacts.None.GroupsOf.Add(IPAddress.Parse("10.0.7.7"), ["sg-lb"]) }).Doors.ToLookup(d => d.Group, d => d.Permission);
        var sum = 0;
        foreach (var group in groups)
        {
            var plan = Plan(policy, threat, group, [.. doors[group.Key].Distinct()]);
            var touched = plan.Calls.SelectMany(c => c.Permissions).Concat(plan.Trims.Select(t => t.Wide)).ToHashSet();
            var expected = group.Permissions.Where(p => MustGo(p, threat, rules)).ToHashSet();
            Assert.True(touched.SetEquals(expected), string.Create(CultureInfo.InvariantCulture, $"number {number}, seed {Seed}: {string.Join(", ", touched)} of {group.Key} under\n{Text(rules)}against {string.Join(", ", threat.Contacts)}"));
            sum += touched.Count;
        }

        return sum;
    }

    private static Plan Plan(Policy policy, Threat threat, SecurityGroup group, ImmutableArray<Permission> doors)
    {
        var came = Packets.Of(threat);
        var situation = new Situation(group.Facts, Events.Time) { Standing = group.Permissions, IsSweep = true };
        var rule = new ThreatRule(policy, threat, Stance.Of(policy, threat), came);
        return Planner.Make(group.Key, ThreatJudge.DecideAll(policy, doors, situation, came, rule.Of), _ => null);
    }

    private static GroupKey Key(string id) => new(Events.Account, Events.Region, id);

    private static Policy Read(string rules) => PolicyText.Read($"version: 1\nmode: enforce\n{rules}").Policy!;
}
