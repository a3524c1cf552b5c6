using System.Diagnostics;
using Remediator.Sandbox.GuardDuty;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Machines;
using Remediator.Sandbox.Notices;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Tours;

/// <summary>
/// The tour's second act: somebody attacks through a hole that was agreed to. The hole is closed whatever was agreed, exactly it and
/// nothing beside it; people read who attacked and who opened the way; and whoever knows better puts it back.
/// </summary>
/// <param name="policy">The file that the account's functions read.</param>
public sealed class AttackTour(SandboxAccount account, Screen screen, string policy)
{
    private const string Vendor = "198.51.100.0/24";
    private const string Ssh = $"tcp/22 from {Vendor}";
    private const string Shop = "tcp/443 from 0.0.0.0/0";
    private static readonly TimeSpan TellingPatience = TimeSpan.FromSeconds(10);
    private static readonly Caller Bob = Caller.CommandLineUser(SandboxAccount.Account, "AKIABOBANDTHEAWSCLI0");
    private readonly Showing _showing = new(screen);

    /// <returns>What did not go as it should; empty when all of it did.</returns>
    public async Task<ImmutableArray<string>> RunAsync(CancellationToken cancellation)
    {
        var vpc = await account.CreateVpcAsync(cancellation);
        var group = await account.CreateGroupAsync("shop-1", vpc, cancellation);
        using var console = account.As(Caller.ConsoleUser(SandboxAccount.Account));
        using var ec2 = account.Ec2As(Caller.ConsoleUser(SandboxAccount.Account));
        var (alice, machine) = (new Visitor(account, ec2, group), await Machine.StartAsync(console, vpc, 1, [group], cancellation));
        try
        {
            await AgreeAsync(alice, group, cancellation);
            var finding = new FindingEvent(machine);
            if (await AttackAsync(alice, finding, cancellation) is { } notice)
                await UndoAsync(alice, finding, notice, cancellation);
        }
        catch (TimeoutException problem)
        {
            _showing.Problem($"{problem.Message}; the function's last line: `{Plain.Text(account.FunctionLines.All.LastOrDefault() ?? "none", 400)}`");
        }
        return _showing.Problems;
    }

    private async Task AgreeAsync(Visitor alice, string group, CancellationToken cancellation)
    {
        screen.Heading($"6  A vendor needs SSH to a machine in {group} (shop-1): Bob agrees for an hour, and Alice opens it beside 443");
        await CommandAsync(["waive", "--policy", policy, "--group", group, "--service", "tcp/22", "--peer", Vendor, "--hours", "1", "--reason", "the vendor is here"], cancellation);
        _showing.Calls(await alice.OpenAsync(cancellation, Visitor.Tcp(443, "0.0.0.0/0", "the shop"), Visitor.Tcp(22, Vendor, "the vendor")));
        await StaysAsync(alice, cancellation, Shop, Ssh);
    }

    /// <returns>What people were told; null where nothing came.</returns>
    private async Task<ReceivedNotice?> AttackAsync(Visitor alice, FindingEvent finding, CancellationToken cancellation)
    {
        screen.Heading($"7  GuardDuty sees SSH passwords being guessed from {finding.Remote}, in the vendor's network, {finding.Count} times so far");
        var noticesBefore = account.Notices.Count;
        var delivery = await account.FindingAsync(finding.Text(), cancellation);
        var (calls, since) = await Calls(delivery);
        var left = await alice.RulesAsync(cancellation);
        _showing.End(Ssh, isForbidden: true, left.Contains(Ssh), calls.LastOrDefault(c => c.Action.StartsWith("ec2:Revoke", StringComparison.Ordinal)) is { } revoke ? Stopwatch.GetElapsedTime(since, revoke.AnsweredAt) : null);
        _showing.End(Shop, isForbidden: false, left.Contains(Shop), null);
        await Ended(delivery);
        var notice = await account.Notices.FirstAsync(n => account.Notices.Since(noticesBefore).Contains(n), TellingPatience, cancellation);
        screen.Line();
        screen.Line("   The security team's mail:");
        screen.Quote($"Subject: {notice.Subject}\n\n{notice.Body}");
        return notice;
    }

    private async Task UndoAsync(Visitor alice, FindingEvent finding, ReceivedNotice notice, CancellationToken cancellation)
    {
        screen.Heading("8  It was the vendor, with a script that had an old password: Bob puts it back, and the finding comes again");
        await CommandAsync(["undo", notice.Attributes["noticeId"], "--hours", "1", "--reason", "it was the vendor"], cancellation);
        await StaysAsync(alice, cancellation, Shop, Ssh);
        var again = await account.FindingAsync(finding.Later().Text(), cancellation);
        await Calls(again);
        await Ended(again);
        await StaysAsync(alice, cancellation, Shop, Ssh);
    }

    /// <returns>What the function called, and when it was given the finding.</returns>
    private async Task<(ImmutableArray<CallRecord> Calls, long Since)> Calls(Delivery delivery)
    {
        var since = (await delivery.Ended).At;
        ImmutableArray<CallRecord> calls = [.. account.Aws.Calls.All.Where(call => call.Delivery == delivery)];
        foreach (var call in calls)
            _showing.Call(call, Stopwatch.GetElapsedTime(since, call.AnsweredAt));
        return (calls, since);
    }

    private async Task Ended(Delivery delivery)
    {
        if (await delivery.Ended is { Succeeded: false } end)
            _showing.Problem($"the function failed: `{ErrorWords.Of(end.Answer)}`");
    }

    private async Task StaysAsync(Visitor alice, CancellationToken cancellation, params string[] permissions)
    {
        var left = await alice.RulesAsync(cancellation);
        foreach (var permission in permissions)
            _showing.End(permission, isForbidden: false, left.Contains(permission), null);
    }

    private async Task CommandAsync(ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        screen.Line($"   remediator {Plain.Text(string.Join(' ', arguments.Select(a => a.Contains(' ', StringComparison.Ordinal) ? $"'{a}'" : a == policy ? Path.GetFileName(a) : a)), 400)}");
        var (exit, lines) = await PublishedCommand.RunAsync(account.Places, Bob, arguments, cancellation);
        screen.Quote(string.Join('\n', lines.Where(line => line.Length > 0)));
        if (exit != 0)
            _showing.Problem($"`remediator {arguments[0]}` ended with exit code {exit}");
    }
}
