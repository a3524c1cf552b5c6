using Amazon.EC2.Model;
using Remediator.Sandbox.Lambda;

namespace Remediator.Sandbox.Tours;

/// <summary>
/// Shows in a minute what the product does: a port that may be open stays open, a forbidden one closes by itself, of a call with both
/// only the forbidden part goes, halves of the internet are the internet, and a wide range is cut down; and what people read about it.
/// </summary>
public sealed class Tour(SandboxAccount account, Screen screen)
{
    private static readonly TimeSpan TellingPatience = TimeSpan.FromSeconds(10);
    private static readonly string[] Pieces = ["tcp/9000-9228 from 0.0.0.0/0", "tcp/9229 from 203.0.113.0/24", "tcp/9230-9999 from 0.0.0.0/0"];
    private readonly Showing _showing = new(screen);

    /// <returns>What did not go as it should; empty when all of it did.</returns>
    public async Task<ImmutableArray<string>> RunAsync(CancellationToken cancellation)
    {
        var group = await account.CreateGroupAsync("web-1", cancellation);
        using var ec2 = account.Ec2As(Proxy.Caller.ConsoleUser(SandboxAccount.Account));
        var alice = new Visitor(account, ec2, group);

        screen.Heading($"1  Alice lets customers in: an allowed port of {group} (web-1)");
        await ShowAsync(alice, [], [Visitor.Tcp(443, "0.0.0.0/0", "the shop")], cancellation);
        screen.Heading("2  Alice opens SSH to the whole internet, just for a minute");
        await ShowAsync(alice, ["tcp/22 from 0.0.0.0/0"], [Visitor.Tcp(22, "0.0.0.0/0", "just for a minute")], cancellation);
        await ShowTellingAsync(cancellation);
        screen.Heading("3  One call with three permissions, one of them forbidden");
        await ShowAsync(
            alice, ["tcp/3389 from 0.0.0.0/0"],
            [Visitor.Tcp(80, "0.0.0.0/0", "redirects to 443"), Visitor.Tcp(3389, "0.0.0.0/0", "remote desktop"), Visitor.Tcp(22, "203.0.113.0/24", "the office")],
            cancellation);
        screen.Heading("4  Not the whole internet, only one half of it; and the other half");
        await ShowAsync(
            alice, ["tcp/3306 from 0.0.0.0/1", "tcp/3306 from 128.0.0.0/1"],
            [Visitor.Tcp(3306, "0.0.0.0/1", "half"), Visitor.Tcp(3306, "128.0.0.0/1", "the other half")], cancellation);
        screen.Heading("5  A thousand ports at once, a debugger's among them: it is cut out, and left to the office");
        await ShowAsync(alice, ["tcp/9000-9999 from 0.0.0.0/0"], [Visitor.Tcp(9000, 9999, "0.0.0.0/0", "demo")], cancellation, Pieces);
        return _showing.Problems;
    }

    /// <param name="remaining">What is to stand instead of what is forbidden.</param>
    private async Task ShowAsync(Visitor alice, string[] forbidden, IpPermission[] permissions, CancellationToken cancellation, params string[] remaining)
    {
        try
        {
            var handled = await alice.OpenAsync(cancellation, permissions);
            var left = await alice.RulesAsync(cancellation);
            _showing.Calls(handled);
            foreach (var permission in permissions.Select(Visitor.Words))
                _showing.End(permission, forbidden.Contains(permission), left.Contains(permission), handled.Closed);
            foreach (var permission in remaining)
                _showing.End(permission, false, left.Contains(permission), handled.Closed);
            if (!handled.End.Succeeded)
                _showing.Problem($"the function failed: `{ErrorWords.Of(handled.End.Answer)}`");
        }
        catch (TimeoutException)
        {
            _showing.Problem($"the function did not finish in time; its last line: `{Plain.Text(account.FunctionLines.All.LastOrDefault() ?? "none", 400)}`");
        }
    }

    private async Task ShowTellingAsync(CancellationToken cancellation)
    {
        try
        {
            var notice = await account.Notices.FirstAsync(_ => true, TellingPatience, cancellation);
            var finding = await account.Findings.FirstAsync(FindingCard.IsResolved, TellingPatience, cancellation);
            screen.Line();
            screen.Line("   The security team's mail:");
            screen.Quote($"Subject: {notice.Subject}\n\n{notice.Body}");
            screen.Line();
            screen.Line("   The finding in Security Hub:");
            screen.Quote(FindingCard.Text(finding));
        }
        catch (TimeoutException problem)
        {
            _showing.Problem(problem.Message);
        }
    }
}
