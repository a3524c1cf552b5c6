using System.CommandLine;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Findings;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary><c>remediator lease open</c>: agreed on record first, then opened.</summary>
internal static class LeaseOpenCommand
{
    private const string Description = "Opens exactly one permission for a while; it is closed by itself at its end. Exits with 2 when a limit of the policy refuses it, or when it is open already.";

    public static Command Create(Surroundings world)
    {
        var command = new Command("open", Description);
        var options = new GrantOptions(command);
        var description = new Option<string>("--description") { Description = "what the rule's description says besides the lease's id and end", HelpName = "TEXT" };
        command.Options.Add(description);
        return new LiveVerb(command, world, underPolicy: true).Acts(async (parsed, file, account, cancel) =>
        {
            var grant = await new GrantReader(options, file, account).Read(parsed, isEmergency: false, cancel).ConfigureAwait(false);
            var refusals = grant.Refusals.ToList();
            var proposal = Propose(grant, parsed.GetValue(description), parsed.GetValue(options.Direction) == "egress" ? Direction.Egress : Direction.Ingress, refusals);
            if (proposal is null || refusals.Count > 0) return Answer(null, [], account) with { Refusals = [.. refusals], Problems = grant.Problems };
            return Tell(await new LeaseOpening(account.World, account.Run()).Run(proposal, cancel).ConfigureAwait(false), account);
        });
    }

    /// <summary>Null when it is refused; what only a lease asks for is told beside the rest.</summary>
    private static Agreement? Propose(Grant grant, string? more, Direction direction, List<Problem> refusals)
    {
        var permission = grant.Scope?.AsPermission(direction);
        if (grant.Scope is not null && permission is null)
            refusals.Add(new Refusal("a lease opens one permission: one protocol with one range of ports, and one block, group or prefix list", "open one lease for each").ToProblem());
        if (grant.Waiver is not { } waiver || permission is null) return null;
        var description = LeaseDescription.Of(waiver.Id, waiver.Until, more);
        if (!LeaseDescription.IsWritable(description))
            refusals.Add(new Refusal("--description is longer than EC2 takes, or has characters that EC2 takes in no description", "write at most 150 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*").ToProblem());
        return new(waiver, 1) { Lease = new(permission with { Description = description }, LeaseState.Opening, null) };
    }

    private static LiveAnswer Tell(LeaseResult result, LiveAccount account) => result switch
    {
        LeaseResult.Opened opened => Answer(opened.Agreed, Lines(opened, account), account),
        LeaseResult.Refused refused => Answer(refused.Recorded, [], account) with { Refusals = [refused.Why.ToProblem()] },
        LeaseResult.Failed failed => Answer(failed.Recorded, [], account) with { Problems = [failed.Why.ToProblem()] },
        _ => throw new InvalidOperationException("opening a lease closes none"),
    };

    private static ImmutableArray<Line> Lines(LeaseResult.Opened opened, LiveAccount account)
    {
        var waiver = opened.Agreed.Waiver;
        return
        [
            new Line().Add("✓ ", Tone.Good).Add($"lease {waiver.Id}", Tone.Strong)
                .Add($": {(opened.Resumed ? "an earlier run had begun it, and it is open now: " : "opened ")}{AgreementText.Scope(waiver)} as {SafeText.Ascii(opened.Rule.RuleId, 60)}"),
            .. new AgreementText(account.Clock).Details(waiver),
            Line.Of($"  it is closed at its end; `remediator lease extend {waiver.Id}` gives it more time, `remediator lease close {waiver.Id}` closes it now", Tone.Quiet),
        ];
    }

    private static LiveAnswer Answer(Agreement? agreement, ImmutableArray<Line> lines, LiveAccount account) =>
        new(lines, json => AgreementJson.WriteField(json, agreement, account.Clock.GetUtcNow()));
}
