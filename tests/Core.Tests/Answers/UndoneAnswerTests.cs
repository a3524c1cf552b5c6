using Remediator.Containment;
using Remediator.Core.Tests.Pipelines;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Undos;
using static Remediator.Core.Tests.Answers.AttackedAccount;

namespace Remediator.Core.Tests.Answers;

/// <summary>Somebody undoes what an answer closed, as they undo what was done about a change.</summary>
public sealed class UndoneAnswerTests
{
    [Fact]
    public async Task What_an_answer_closed_comes_back_and_stays_until_the_finding_grows()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open() with { Description = "ssh for the demo" });
        await account.Answer(Guessing());
        await Undo(account, KeyOf(Guessing()));
        Assert.Equal("ssh for the demo", Assert.Single(account.Ec2.Groups["sg-web"].Permissions).Description);
        Assert.IsType<Result.Benign>(Assert.Single((await account.Answer(Later(Guessing(), 60))).Groups));
        Assert.Single(account.Standing());
        var worse = Later(Guessing(), 90) with { Contacts = [From(Attacker), From(Attacker, 2222)] };
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(worse)));
        Assert.Empty(account.Standing());
    }

    [Fact]
    public async Task What_was_suspended_comes_back_and_is_not_suspended_again()
    {
        var account = new AttackedAccount(NoSsh + "threats:\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: suspend\n");
        account.Ec2.Put("sg-web", Open(443));
        var threat = Guessing(From(Attacker, 443));
        await account.Answer(threat);
        await Undo(account, KeyOf(threat));
        Assert.Single(account.Standing());
        await account.Answer(Later(threat, 60));
        Assert.Single(account.Standing());
        Assert.Null(await account.Suspended(Later(threat, 60)));
    }

    [Fact]
    public async Task What_a_baseline_names_is_not_put_back_while_it_is_suspended()
    {
        const string policy = "baselines:\n- id: b\n  group: any\n  ingress: [{ id: web, service: tcp/443, peer: anywhere, why: customers }]\n  missing: restore\nsweep: act\nthreats:\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: suspend\n";
        var account = new AttackedAccount(policy);
        account.Ec2.Put("sg-web", Open(443), Open(443, "::/0"));
        await account.Answer(Guessing(From(Attacker, 443)));
        Assert.Equal(["ingress tcp/443 ::/0"], account.Standing());
        var swept = Assert.IsType<Result.Judged>(await Sweep(account, "first"));
        Assert.Contains("an answer to a threat", Assert.Single(swept.Handled).Detail, StringComparison.Ordinal);
        Assert.Single(account.Standing());
        var suspension = (await account.Suspended(Guessing(From(Attacker, 443))))!;
        await account.Books.Measures.Write((suspension with { State = MeasureState.Ended, EndedAt = account.Clock.GetUtcNow() }).Next(), TestContext.Current.CancellationToken);
        await Sweep(account, "second");
        Assert.Equal(2, account.Standing().Length);
    }

    [Fact]
    public async Task What_is_held_back_is_suspended_when_its_turn_comes()
    {
        var account = new AttackedAccount(NoSsh + "guardrails: { revocations-per-hour: { account: 1 } }\nthreats:\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: suspend\n");
        account.Ec2.Put("sg-web", Open(443), Open(443, "198.51.100.0/24"));
        var threat = Guessing(From(Attacker, 443));
        Assert.Equal([Outcome.Revoked, Outcome.Held], Outcomes(await account.Answer(threat)).Order());
        Assert.Single((await account.Suspended(threat))!.Permissions);
        account.Clock.Advance(TimeSpan.FromHours(1));
        var held = (await account.Books.Ledger.Earlier(KeyOf(threat), TestContext.Current.CancellationToken)).Value!;
        Assert.Empty((await account.Pipeline.Again(held, account.Invocation, TestContext.Current.CancellationToken)).Problems);
        Assert.Empty(account.Standing());
        var suspension = (await account.Suspended(threat))!;
        Assert.Equal((MeasureState.Standing, 2), (suspension.State, suspension.Permissions.Length));
    }

    [Fact]
    public async Task What_is_done_beside_something_that_is_held_back_is_not_said_to_be_nothing()
    {
        var account = new AttackedAccount(NoSsh + "guardrails: { revocations-per-hour: { account: 1 } }\nthreats:\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: suspend\n");
        account.Ec2.Put("sg-web", Open(443), Open(443, "198.51.100.0/24"));
        var threat = Guessing(From(Attacker, 443));
        await account.Answer(threat);
        var undoer = new Undoer(new(account.Ec2, account.Ec2, account.Books, account.Clock));
        var refused = Assert.IsType<UndoDecision.Refused>(await undoer.Look(new(KeyOf(threat), "arn:aws:iam::111122223333:user/ann", Events.Account, TimeSpan.FromHours(8), "needed"), TestContext.Current.CancellationToken));
        var refusal = Assert.Single(refused.Refusals);
        Assert.DoesNotContain("nothing was done", refusal.What, StringComparison.Ordinal);
        Assert.Contains($"`remediator release {KeyOf(threat)}`", refusal.Help, StringComparison.Ordinal);
        Assert.DoesNotContain("waiver", refusal.Help, StringComparison.Ordinal);
    }

    private static Task<Result> Sweep(AttackedAccount account, string round) => account.Pipeline.Sweep(
        account.Ec2.Groups["sg-web"], new(round, (_, _) => null, []) { MayRestore = true }, account.Invocation, TestContext.Current.CancellationToken);

    private static async Task Undo(AttackedAccount account, string key)
    {
        account.Clock.Advance(TimeSpan.FromMinutes(10));
        var undoer = new Undoer(new(account.Ec2, account.Ec2, account.Books, account.Clock));
        var request = new UndoRequest(key, "arn:aws:iam::111122223333:user/ann", Events.Account, TimeSpan.FromHours(8), "needed");
        var planned = Assert.IsType<UndoDecision.Planned>(await undoer.Look(request, TestContext.Current.CancellationToken));
        await undoer.CarryOut(planned.Plan, TestContext.Current.CancellationToken);
    }
}
