using Remediator.Containment;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Threats;
using static Remediator.Core.Tests.Answers.AttackedAccount;

namespace Remediator.Core.Tests.Answers;

public sealed class SuspendingTests
{
    private const string Suspend = NoSsh + "threats:\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: suspend\n  hours: 8\n";

    private static Threat OnHttps => Guessing(From(Attacker, 443));

    [Fact]
    public async Task What_the_policy_allows_is_revoked_for_a_time_and_recorded_with_its_end()
    {
        var account = new AttackedAccount(Suspend);
        var door = Open(443) with { RuleId = "sgr-1", Description = "the shop", Tags = [new("team", "shop")] };
        account.Ec2.Put("sg-web", door, Open(80));
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(OnHttps)));
        Assert.Equal(["ingress tcp/80 0.0.0.0/0"], account.Standing());
        var suspension = await account.Suspended(OnHttps);
        Assert.NotNull(suspension);
        Assert.Equal((MeasureState.Standing, account.Clock.GetUtcNow().AddHours(8)), (suspension.State, suspension.Until!.Value));
        var kept = Assert.Single(suspension.Permissions);
        Assert.Equal((door, "sgr-1", "the shop", "team"), (kept, kept.RuleId, kept.Description, Assert.Single(kept.Tags).Key));
        Assert.Equal([MeasureState.Taking, MeasureState.Standing], account.Measures.Written.Select(m => m.State));
        Assert.True(account.Calls.IndexOf("Measures Write Taking") < account.Calls.FindIndex(c => c.StartsWith("Revoke", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_policy_forbids_is_closed_for_good()
    {
        var account = new AttackedAccount(Suspend);
        account.Ec2.Put("sg-web", Open());
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Guessing())));
        Assert.Null(await account.Suspended(Guessing()));
    }

    [Fact]
    public async Task What_the_policy_cuts_down_is_suspended_whole_where_the_pieces_would_still_let_the_attack_in()
    {
        var account = new AttackedAccount(NoSsh + "  action: trim\n" + Suspend[NoSsh.Length..]);
        account.Ec2.Put("sg-web", Range(22, 443));
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(OnHttps)));
        Assert.Empty(account.Standing());
        Assert.Equal([Range(22, 443)], (await account.Suspended(OnHttps))!.Permissions);
        var harmless = new AttackedAccount(NoSsh + "  action: trim\n" + Suspend[NoSsh.Length..]);
        harmless.Ec2.Put("sg-web", Range(22, 443));
        Assert.Equal([Outcome.Trimmed], Outcomes(await harmless.Answer(Guessing())));
        Assert.Null(await harmless.Suspended(Guessing()));
    }

    [Theory]
    [InlineData("role", "not known to be the target")]
    [InlineData("severity", "a severity of 6.9 suspends nothing")]
    [InlineData("probe", "a port probe suspends nothing")]
    [InlineData("public", "public service")]
    [InlineData("wide", "names the type")]
    public async Task Nothing_is_suspended_that_may_not_be_and_people_read_why(string why, string said)
    {
        var policy = why == "public" ? "public-services: tcp/443\n" + Suspend : why == "wide" ? Suspend.Replace("UnauthorizedAccess:EC2/*", "*:EC2/*", StringComparison.Ordinal) : Suspend;
        var account = new AttackedAccount(policy);
        if (why == "wide") account.Change(p => p with { Threats = [.. p.Threats.Select(t => t with { Types = [new("**")] })] });
        if (why == "severity") account.Change(p => p with { Threats = [.. p.Threats.Select(t => t with { MinimumSeverity = 0 })] });
        account.Ec2.Put("sg-web", Open(443));
        var threat = why switch
        {
            "role" => OnHttps with { Role = ThreatRole.Unknown },
            "severity" => OnHttps with { Severity = 6.9 },
            "probe" => OnHttps with { IsPortProbe = true },
            _ => OnHttps,
        };
        Assert.Equal([Outcome.Told], Outcomes(await account.Answer(threat)));
        Assert.Single(account.Standing());
        Assert.Null(await account.Suspended(threat));
        Assert.Contains(said, account.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_is_suspended_in_an_hour_than_the_policy_says()
    {
        var account = new AttackedAccount(Suspend + "  most-an-hour: 1\n");
        account.Interfaces.Put(Eni, Instance, [Own], "sg-web", "sg-two");
        account.Ec2.Put("sg-web", Open(443));
        account.Ec2.Put("sg-two", Open(443));
        Assert.Equal([Outcome.Revoked, Outcome.Told], Outcomes(await account.Answer(OnHttps)));
        Assert.Single(account.Standing("sg-two"));
        Assert.Contains(account.Topic.Notices, n => n.Body.Contains("1 measures were taken in this hour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_mode_observes_or_the_kill_switch_is_on_nothing_is_suspended()
    {
        var observing = new AttackedAccount(Suspend, Mode.Observe);
        observing.Ec2.Put("sg-web", Open(443));
        Assert.Equal([Outcome.Observed], Outcomes(await observing.Answer(OnHttps)));
        var stopped = new AttackedAccount(Suspend);
        await stopped.Books.Switch.Turn(new(true, "arn:aws:iam::111122223333:user/ann", "a release", stopped.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        stopped.Ec2.Put("sg-web", Open(443));
        Assert.Equal([Outcome.Observed], Outcomes(await stopped.Answer(OnHttps)));
        var lenient = new AttackedAccount(Suspend);
        lenient.Say(Suspend, "observe");
        lenient.Ec2.Put("sg-web", Open(443));
        Assert.Equal([Outcome.Observed], Outcomes(await lenient.Answer(OnHttps)));
        foreach (var account in new[] { observing, stopped, lenient })
        {
            Assert.Single(account.Standing());
            Assert.Null(await account.Suspended(OnHttps));
        }
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_revoked()
    {
        var account = new AttackedAccount(Suspend) { Measures = { Refuses = "the table is away" } };
        account.Ec2.Put("sg-web", Open(443));
        Assert.Contains((await account.Deliver(OnHttps)).Problems, p => p.Contains("the table is away", StringComparison.Ordinal));
        Assert.Single(account.Standing());
        account.Measures.Refuses = null;
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(OnHttps)));
        Assert.Equal(MeasureState.Standing, (await account.Suspended(OnHttps))!.State);
    }

    [Fact]
    public async Task What_was_gone_when_it_was_to_be_revoked_is_not_suspended()
    {
        var account = new AttackedAccount(Suspend);
        account.Ec2.Put("sg-web", Open(443));
        account.Ec2.Objects = _ =>
        {
            account.Ec2.Take("sg-web", Open(443));
            return null;
        };
        await account.Answer(OnHttps);
        var suspension = await account.Suspended(OnHttps);
        Assert.Equal(MeasureState.Refused, suspension!.State);
        Assert.NotNull(suspension.EndedAt);
    }

    [Theory]
    [InlineData(MeasureState.Taking)]
    [InlineData(MeasureState.Standing)]
    [InlineData(MeasureState.Ended)]
    public async Task What_is_taken_away_late_is_away_for_its_whole_time(MeasureState earlier)
    {
        var account = new AttackedAccount(Suspend);
        account.Ec2.Put("sg-web", Open(443));
        var now = account.Clock.GetUtcNow();
        await account.Measures.Write(new Suspension(KeyOf(OnHttps), Cause.Of(OnHttps), new(Pipelines.Events.Account, Pipelines.Events.Region, "sg-web"), [Open(443)], now.AddHours(-9), now.AddHours(-1), 1) { State = earlier }, TestContext.Current.CancellationToken);
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(OnHttps)));
        var suspension = await account.Suspended(OnHttps);
        Assert.Equal(MeasureState.Standing, suspension!.State);
        Assert.True(suspension.Until >= now.AddHours(8), $"{suspension.Until}");
    }
}
