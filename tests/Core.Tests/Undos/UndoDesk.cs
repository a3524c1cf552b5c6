using Remediator.Changes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Pipelines.Trims;
using Remediator.Core.Tests.Policies;
using Remediator.Core.Tests.Remediations;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Undos;
using Remediator.Waivers;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Undos;

/// <summary>Somebody undoes what the pipeline did in an account in memory, an hour later.</summary>
internal sealed class UndoDesk
{
    public const string Bob = "arn:aws:sts::111122223333:assumed-role/Platform/bob";
    public const string Restoring = "baselines:\n- group: any\n  ingress: [{ id: db_from_web, service: mysql, peer: 10.1.0.0/16, why: application queries }]\n  missing: restore\n";

    private UndoDesk(Account account)
    {
        Account = account;
        Agreements = new(account.Calls, account.Books.Agreements);
    }

    public static GroupKey Group { get; } = new(Events.Account, Events.Region, FakeEc2.GroupId);

    public Account Account { get; }

    public LoggedAgreements Agreements { get; }

    public FakeEc2 Ec2 => Account.Ec2;

    public string Key { get; private set; } = "";

    public UndoRequest Request => new(Key, Bob, Events.Account, TimeSpan.FromHours(8), "the demo is today");

    public Undoer Undoer => new(new(Ec2, Ec2, Account.Books with { Agreements = Agreements }, Account.Clock));

    public static UndoDesk At(Account account)
    {
        account.Clock.Advance(TimeSpan.FromHours(1));
        return new(account);
    }

    /// <summary>The function revoked ssh from everywhere.</summary>
    public static Task<UndoDesk> AfterRevoke() => AfterRevoke(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0")));

    /// <summary>The function revoked what this event opened, ssh from everywhere.</summary>
    public static Task<UndoDesk> AfterRevoke(byte[] utf8Event)
    {
        var account = new Account(AdminPorts(), ledgerIsLogged: true);
        account.Ec2.Permissions = [Ingress(443, "10.0.0.0/8", "sgr-0"), Ingress(22, "0.0.0.0/0", "sgr-1")];
        return After(account, utf8Event);
    }

    /// <summary>The function cut down what a <see cref="TrimStory"/> opens.</summary>
    public static Task<UndoDesk> AfterTrim(string story = "plain") => After(TrimStory.Begin(story).Account, TrimStory.Event);

    /// <summary>The function put back what a baseline names.</summary>
    public static Task<UndoDesk> AfterRestore()
    {
        var reading = PolicyText.Read(PolicyText.Head + Restoring);
        return After(new(reading.Policy!, ledgerIsLogged: true), Events.Revoke("Ingress", ("sgr-1", "tcp", 3306, 3306, "10.1.0.0/16")));
    }

    /// <summary>The function revoked tcp/8080 from 10.0.0.0/8, for whatever reason this policy gives.</summary>
    public static Task<UndoDesk> AfterRevokeUnder(Policy policy)
    {
        var account = new Account(policy, ledgerIsLogged: true);
        account.Ec2.Permissions = [Ingress(443, "10.0.0.0/8", "sgr-0"), Ingress(8080, "10.0.0.0/8", "sgr-1")];
        return After(account, Events.Authorize("Ingress", ("sgr-1", "tcp", 8080, 8080, "10.0.0.0/8")));
    }

    public static Task<UndoDesk> AfterRevoke(params Permission[] permissions) => After(permissions.Select(p => new Handled(Some.Verdict(p), Outcome.Revoked)).ToArray());

    /// <summary>An entry of these outcomes, recorded without a pipeline.</summary>
    public static async Task<UndoDesk> After(Handled[] handled, Func<Progress, Progress>? change = null)
    {
        var account = new Account(AdminPorts(), ledgerIsLogged: true);
        var desk = new UndoDesk(account) { Key = new string('a', 32) };
        var claim = new Claim(desk.Key, (Change)ChangeReader.Read(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"))), [.. handled.Select(h => h.Verdict)], new Plan(Group, [], []), account.Clock.GetUtcNow());
        await account.Books.Ledger.Claim(claim, "function", account.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        var progress = Progress.Begun with { Handled = [.. handled] };
        await account.Books.Ledger.Finish(new(claim, change is null ? progress : change(progress), [], account.Clock.GetUtcNow()), "function", TestContext.Current.CancellationToken);
        account.Clock.Advance(TimeSpan.FromHours(1));
        account.Calls.Clear();
        return desk;
    }

    public async Task<UndoPlan> Plan() => Assert.IsType<UndoDecision.Planned>(await Look()).Plan;

    public async Task<ImmutableArray<Refusal>> Refusals() => Assert.IsType<UndoDecision.Refused>(await Look()).Refusals;

    public Task<UndoDecision> Look() => Undoer.Look(Request, TestContext.Current.CancellationToken);

    public async Task<UndoResult> Undo() => await Undoer.CarryOut(await Plan(), TestContext.Current.CancellationToken);

    public async Task<UndoResult.Done> Done() => Assert.IsType<UndoResult.Done>(await Undo());

    public async Task<Attempt> Recorded() => (await Account.Books.Ledger.Earlier(Key, TestContext.Current.CancellationToken)).Value!;

    public async Task<ImmutableArray<Agreement>> Waivers() => (await Account.Books.Agreements.Of(Group, TestContext.Current.CancellationToken)).Value;

    private static async Task<UndoDesk> After(Account account, byte[] utf8Event)
    {
        Assert.Empty((await account.Deliver(utf8Event)).Problems);
        var desk = At(account);
        desk.Key = Assert.Single(((LoggedLedger)account.World.Ledger).Entries).Claim.Key;
        account.Calls.Clear();
        return desk;
    }
}
