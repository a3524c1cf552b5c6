using Remediator.Cli.Explanations;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>One rule that has something against a permission: where it stands, what it saw, and why it is there.</summary>
internal static class ReasonText
{
    public static void Hang(Branch branch, Policy policy, Explanation explanation, Verdict verdict, Reason reason)
    {
        var rule = reason.Rule;
        var line = new Line().Add(RuleText.Of(rule), Tone.Strong).Add($" ({SafeText.Line(rule.Place.ToString(), 250)})", Tone.Quiet);
        if (reason.Observing) line.Add(", only observes", Tone.Quiet);
        var below = branch.Add(line);
        below.Add($"{Saw(reason)}{Extent(policy, explanation, verdict, reason)}");
        if (reason.Because is { } because) below.Add($"cannot tell, because {SafeText.Line(because, 400)}");
        if (reason.Outdated) below.Add("the baseline is out of date: whoever opened this may change the group");
        if (reason.OnlyTells) below.Add("which of the group's permissions has to go is for people to say");
        below.Add($"why: {SafeText.Line(rule.Why, 400)}", Tone.Quiet);
        if (!rule.Controls.IsEmpty) below.Add($"answers {string.Join(", ", rule.Controls.Select(c => SafeText.Line(c, 60)))}", Tone.Quiet);
    }

    private static string Saw(Reason reason) => (reason.Decision, reason.Rule.Kind) switch
    {
        (Decision.Undecided, _) => "may forbid at most",
        (_, RuleKind.Baseline) => "not in the baseline:",
        (_, RuleKind.ChangeControl) => "opened by somebody who may not:",
        _ => "forbids",
    };

    private static string Extent(Policy policy, Explanation explanation, Verdict verdict, Reason reason)
    {
        var alone = verdict with { Forbidden = reason.Forbidden, IPv4Addresses = 0, IPv6Addresses = 0, ShareOfInternet = 0 };
        if (IsExact(explanation, verdict.Permission.Peer))
        {
            var addresses = reason.Forbidden.Addresses;
            alone = alone with
            {
                IPv4Addresses = addresses.Count(AddressFamily.IPv4),
                IPv6Addresses = addresses.Count(AddressFamily.IPv6),
                ShareOfInternet = Math.Max(Share(policy, addresses, AddressFamily.IPv4), Share(policy, addresses, AddressFamily.IPv6)),
            };
        }

        return ExtentText.Of(alone) is { } extent ? $" {extent}" : " all of it";
    }

    private static bool IsExact(Explanation explanation, Peer peer) => peer switch
    {
        Peer.Block => true,
        Peer.PrefixList list => explanation.Situation.PrefixLists.GetValueOrDefault(list.Id) is not null,
        _ => false,
    };

    private static double Share(Policy policy, AddressSet addresses, AddressFamily family)
    {
        var internet = AddressSet.All.Minus(policy.Private).Count(family);
        return internet.IsZero ? 0 : (double)addresses.Minus(policy.Private).Count(family) / (double)internet;
    }
}
