using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Schedule;
using Remediator.Threats;
using static Remediator.Core.Tests.Answers.AttackedAccount;

namespace Remediator.Core.Tests.Answers;

/// <summary>What an answer took away for a time, to its end by the schedule.</summary>
public sealed class SuspensionEndTests
{
    private const string Suspend = "threats:\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: suspend\n  hours: 8\n";

    private static readonly Permission Shop = Open(443) with { Description = "the shop", Tags = [new("team", "shop")] };
    private static readonly Threat OnHttps = Guessing(From(Attacker, 443));

    [Fact]
    public async Task It_comes_back_as_it_stood_and_is_told()
    {
        var account = new AttackedAccount(NoSsh + Suspend);
        account.Ec2.Put("sg-web", Shop, Open(80));
        await account.Answer(OnHttps);
        account.Clock.Advance(TimeSpan.FromHours(7.9));
        await Schedule(account);
        Assert.DoesNotContain(Shop, account.Ec2.Groups["sg-web"].Permissions);
        account.Clock.Advance(TimeSpan.FromHours(0.2));
        await Schedule(account);
        await Schedule(account);
        var back = Assert.Single(account.Ec2.Groups["sg-web"].Permissions, p => p.Equals(Shop));
        Assert.Equal(("the shop", "team"), (back.Description, Assert.Single(back.Tags).Key));
        Assert.Equal(["revoked", "ended"], account.Topic.Notices.Select(n => n.Attributes["outcome"]));
    }

    [Fact]
    public async Task Of_what_the_policy_cuts_down_what_it_allows_comes_back()
    {
        var account = new AttackedAccount(NoSsh + "  action: trim\n" + Suspend);
        account.Ec2.Put("sg-web", Range(22, 443));
        await account.Answer(OnHttps);
        Assert.Empty(account.Standing());
        account.Clock.Advance(TimeSpan.FromHours(8.1));
        await Schedule(account);
        Assert.Equal(["ingress tcp/23-443 0.0.0.0/0"], account.Standing());
    }

    [Fact]
    public async Task What_a_guardrail_holds_beside_it_keeps_it_from_nothing()
    {
        var account = new AttackedAccount(NoSsh + "guardrails: { revocations-per-hour: { account: 1 } }\n" + Suspend);
        account.Ec2.Put("sg-web", Shop, Open(443, "198.51.100.0/24"));
        Assert.Equal([Outcome.Revoked, Outcome.Held], Outcomes(await account.Answer(OnHttps)).Order());
        var left = Assert.Single(account.Standing());
        account.Clock.Advance(TimeSpan.FromHours(8.1));
        await Schedule(account);
        Assert.Equal(2, account.Standing().Length);
        Assert.Contains(left, account.Standing());
    }

    [Fact]
    public async Task What_the_policy_forbids_by_then_stays_away_and_nobody_reads_that_it_is_back()
    {
        var account = new AttackedAccount(Suspend);
        account.Ec2.Put("sg-web", Open());
        await account.Answer(Guessing());
        account.Say(NoSsh + Suspend);
        account.Clock.Advance(TimeSpan.FromHours(8.1));
        await Schedule(account);
        Assert.Empty(account.Standing());
        Assert.Contains("NOT put back", account.Topic.Notices[^1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("put back", account.Topic.Notices[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_findings_about_one_door_keep_it_away_until_the_later_end_and_it_comes_back_once()
    {
        var account = new AttackedAccount(NoSsh + Suspend);
        account.Ec2.Put("sg-web", Shop);
        await account.Answer(OnHttps);
        account.Clock.Advance(TimeSpan.FromHours(4));
        account.Ec2.Put("sg-web", Shop);
        await account.Answer(OnHttps with { Id = "0123456789abcdef0123456789abcdef", UpdatedAt = account.Clock.GetUtcNow() });
        account.Clock.Advance(TimeSpan.FromHours(4.1));
        await Schedule(account);
        Assert.Empty(account.Standing());
        account.Clock.Advance(TimeSpan.FromHours(4));
        await Schedule(account);
        Assert.Equal([Shop.Content], account.Standing());
    }

    [Fact]
    public async Task Wherever_the_answer_died_for_good_nothing_that_the_policy_allows_is_lost()
    {
        for (var at = 1; ; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var account = new AttackedAccount(NoSsh + Suspend);
                account.Ec2.Put("sg-web", Shop, Open(80));
                (account.Calls.EndsAt, account.Calls.EndsAfter) = (at, after);
                try
                {
                    await account.Deliver(OnHttps);
                    Assert.InRange(at, 15, 100);
                    return;
                }
                catch (ProcessEndedException)
                {
                    account.Calls.BeginAnotherProcess();
                }

                account.Clock.Advance(TimeSpan.FromHours(8.2));
                await Schedule(account);
                Assert.True(account.Standing().Order().SequenceEqual([Shop.Content, Open(80).Content]), $"died {(after ? "after" : "before")} call {at}, {account.Calls[at - 1]}: {string.Join(", ", account.Standing())}");
                Assert.All(account.Measures.Written.GroupBy(m => m.Id).Select(g => g.Last()), m => Assert.NotNull(m.EndedAt));
            }
        }
    }

    private static async Task Schedule(AttackedAccount account) => Assert.Empty(
        (await new MeasuresStep(account.Policy, account.Ceiling, new(account.World, account.Interfaces, NoAcls.Here)).Run(account.Invocation, TestContext.Current.CancellationToken)).Problems);
}
