using Remediator.Containment;
using Remediator.Core.Tests.Network;
using Remediator.Core.Tests.Pipelines;
using Remediator.Steps;
using Remediator.Threats;
using static Remediator.Core.Tests.Answers.AttackedAccount;

namespace Remediator.Core.Tests.Answers;

/// <summary>The process is killed before or after any call, and the next delivery brings the answer to the same end.</summary>
public sealed class AnswerCrashTests
{
    private const string Suspend = NoSsh + "threats:\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: suspend\n";

    /// <summary>In the first group one door for good and one for a time; in the second one for a time.</summary>
    private static readonly Threat Both = Guessing(From(Attacker), From(Attacker, 443));

    [Fact]
    public async Task An_answer_that_is_killed_at_any_call_ends_in_the_same_state()
    {
        var calls = (await Killed(0, false)).Calls.Begun;
        Assert.InRange(calls, 20, 100);
        for (var at = 1; at <= calls; at++)
        {
            await Killed(at, false);
            await Killed(at, true);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{2 * calls} points");
    }

    [Fact]
    public async Task An_answer_that_is_killed_twice_ends_in_the_same_state()
    {
        var random = new Random(Effort.Seed(20260301));
        for (var i = 0; i < Effort.Times(200); i++) await Killed(random.Next(1, 40), random.Next(2) == 0, random.Next(1, 40));
    }

    [Fact]
    public async Task What_was_only_recorded_when_the_process_died_is_not_suspended_once_the_kill_switch_is_on()
    {
        var account = new AttackedAccount(Suspend);
        account.Ec2.Put("sg-web", Open(443));
        var calls = new AttackedAccount(Suspend);
        calls.Ec2.Put("sg-web", Open(443));
        await calls.Deliver(Both);
        Assert.False(await Survives(account, calls.Calls.IndexOf("Measures Write Taking") + 1, true));
        account.Calls.BeginAnotherProcess();
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await account.Books.Switch.Turn(new(true, "arn:aws:iam::111122223333:user/ann", "a release", account.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        await account.Answer(Both);
        Assert.Single(account.Standing());
        Assert.Equal(MeasureState.Refused, (await account.Suspended(Both))!.State);
    }

    [Fact]
    public async Task That_nothing_was_closed_is_told_wherever_the_process_died()
    {
        for (var at = 1; at <= 8; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var account = new AttackedAccount();
                account.Ec2.Put("sg-web", Open(80));
                await Survives(account, at, after);
                account.Calls.BeginAnotherProcess();
                await account.Answer(Both);
                await account.Answer(Both);
                Assert.InRange(account.Topic.Notices.Count, 1, 2);
                Assert.Single(account.Topic.Notices.Select(n => n.Id).Distinct());
            }
        }
    }

    private static async Task<AttackedAccount> Killed(int at, bool after, int second = 0)
    {
        var account = new AttackedAccount(Suspend);
        account.Interfaces.Put(Eni, Instance, [Own], "sg-web", "sg-two");
        account.Ec2.Put("sg-web", Open(), Open(443), Open(80));
        account.Ec2.Put("sg-two", Open(443), Open(80));
        if (!await Survives(account, at, after)) account.Clock.Advance(TimeSpan.FromMinutes(1));
        if (second > 0 && !await Survives(account, account.Calls.Begun + second, after)) account.Clock.Advance(TimeSpan.FromMinutes(1));
        account.Calls.BeginAnotherProcess();
        Assert.Empty((await account.Deliver(Both)).Problems);
        await Check(account, $"killed {(after ? "after" : "before")} call {at} ({account.Calls.ElementAtOrDefault(at - 1)}), and then {second}");
        return account;
    }

    private static async Task<bool> Survives(AttackedAccount account, int at, bool after)
    {
        account.Calls.BeginAnotherProcess();
        (account.Calls.EndsAt, account.Calls.EndsAfter) = (at, after);
        try
        {
            await account.Deliver(Both);
            return true;
        }
        catch (ProcessEndedException)
        {
            return false;
        }
    }

    private static async Task Check(AttackedAccount account, string when)
    {
        Assert.True(account.Standing().SequenceEqual(["ingress tcp/80 0.0.0.0/0"]), when);
        Assert.True(account.Standing("sg-two").SequenceEqual(["ingress tcp/80 0.0.0.0/0"]), when);
        foreach (var group in new[] { "sg-web", "sg-two" })
        {
            var suspension = await account.Suspended(Both, group);
            Assert.True(suspension is { State: MeasureState.Standing, EndedAt: null }, $"{suspension?.State} {when}");
            Assert.True(suspension!.Permissions.SequenceEqual([Open(443)]), when);
            Assert.True(suspension.Permissions[0].RuleId == $"sgr-{group}-{(group == "sg-web" ? 1 : 0)}", when);
            var entry = (await account.Ledger.Kept.Earlier(KeyOf(Both, group), TestContext.Current.CancellationToken)).Value;
            Assert.True(entry?.FinishedAt is not null, $"{group} is not finished: {when}");
        }

        Assert.True(account.Topic.Notices.Select(n => n.Id).Distinct().Count() == 2, when);
        Assert.True(account.Topic.Notices.Count <= 5, when);
        Assert.True(account.Hub.Findings.Values.All(f => f.Passed), when);
        var told = account.Topic.Notices.Count;
        Assert.All(Assert.IsType<Result.Answered>(await account.Deliver(Both)).Groups, g => Assert.IsType<Result.Repeated>(g));
        Assert.True(account.Topic.Notices.Count == told, when);
    }
}
