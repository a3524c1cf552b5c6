using System.Globalization;

namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>The points that a fault-free run's calls make: nothing here knows which calls these are.</summary>
public static class FaultPoints
{
    private static readonly (FaultKind Kind, string Group, string Words)[] Deaths =
    [
        (FaultKind.KilledBefore, "kill", "killed before"), (FaultKind.KilledAfterEffect, "kill", "killed after its effect"), (FaultKind.KilledAfterAnswer, "kill", "killed after its answer"),
    ];

    private static readonly (FaultKind Kind, string Group, string Words)[] Mishaps =
    [
        (FaultKind.Throttled, "throttle", "throttled"), (FaultKind.ServerError, "error", "a server's error"), (FaultKind.HtmlError, "html", "an error as HTML"),
        (FaultKind.TimedOut, "timeout", "no answer"), (FaultKind.AnswerLost, "lost", "carried out, answer lost"),
    ];

    /// <summary>What `--only` takes.</summary>
    public static ImmutableArray<string> Groups { get; } = [.. Deaths.Concat(Mishaps).Select(one => one.Group).Distinct(), "stale"];

    /// <summary>Every call with every fault.</summary>
    /// <param name="actions">What was called, in order.</param>
    public static IEnumerable<FaultPoint> All(ImmutableArray<string> actions) =>
        [.. OfDeaths(actions), .. OfSingleMishaps(actions), .. OfBadAttempts(actions), .. OfOutages(actions), .. OfStaleReads(actions)];

    /// <summary>The process dies before each call, after its effect, and after its answer.</summary>
    /// <param name="actions">What was called, in order.</param>
    public static IEnumerable<FaultPoint> OfDeaths(IEnumerable<string> actions) =>
        from call in Numbered(actions)
        from death in Deaths
        select new FaultPoint(call.Name, death.Words, FaultPlan.Of(new Fault(death.Kind, call.Action) { From = call.Nth })) { Group = death.Group };

    /// <summary>Each call goes wrong once.</summary>
    public static IEnumerable<FaultPoint> OfSingleMishaps(IEnumerable<string> actions) =>
        from call in Numbered(actions)
        from mishap in Mishaps
        select new FaultPoint(call.Name, $"{mishap.Words}, once", FaultPlan.Of(new Fault(mishap.Kind, call.Action) { From = call.Nth })) { Group = mishap.Group };

    /// <summary>Every call of an operation goes wrong as long as one attempt lasts.</summary>
    public static IEnumerable<FaultPoint> OfBadAttempts(IEnumerable<string> actions) =>
        from action in actions.Distinct()
        from mishap in Mishaps
        select new FaultPoint(action, $"{mishap.Words}, for a whole attempt", FaultPlan.Of(new Fault(mishap.Kind, action) { Times = int.MaxValue, WithinOneAttempt = true })) { Group = mishap.Group };

    /// <summary>Every call of an operation goes wrong until the event is a dead letter.</summary>
    public static IEnumerable<FaultPoint> OfOutages(IEnumerable<string> actions) =>
        from action in actions.Distinct()
        from mishap in Mishaps.Where(one => one.Kind is FaultKind.Throttled or FaultKind.ServerError)
        select new FaultPoint(action, $"{mishap.Words}, always", FaultPlan.Of(new Fault(mishap.Kind, action) { Times = int.MaxValue })) { Group = mishap.Group };

    /// <summary>Reads lag by one change while each call that changes a group goes wrong in a way that makes the function read.</summary>
    public static IEnumerable<FaultPoint> OfStaleReads(IEnumerable<string> actions) =>
        from call in Numbered(actions.Where(action => ReadOf(action) is not null))
        from mishap in new[] { (Kind: FaultKind.AnswerLost, Words: "answer lost"), (Kind: FaultKind.TimedOut, Words: "no answer"), (Kind: FaultKind.KilledAfterEffect, Words: "killed after its effect") }
        select new FaultPoint(call.Name, $"{mishap.Words}, and the next two reads are stale", FaultPlan.Of(
            new Fault(mishap.Kind, call.Action) { From = call.Nth }, new Fault(FaultKind.StaleRead, ReadOf(call.Action)!) { Times = 2 }))
        { Group = "stale" };

    /// <summary>What shows the effect of a write that can be read too early; null for any other call.</summary>
    private static string? ReadOf(string action) => action switch
    {
        "ec2:ModifyNetworkInterfaceAttribute" => "ec2:DescribeNetworkInterfaces",
        "ec2:CreateNetworkAclEntry" or "ec2:DeleteNetworkAclEntry" => "ec2:DescribeNetworkAcls",
        _ when action.StartsWith("ec2:Revoke", StringComparison.Ordinal) || action.StartsWith("ec2:Authorize", StringComparison.Ordinal) || action.StartsWith("ec2:Modify", StringComparison.Ordinal) => "ec2:DescribeSecurityGroup*",
        _ => null,
    };

    private static IEnumerable<(string Action, int Nth, string Name)> Numbered(IEnumerable<string> actions)
    {
        var seen = new Dictionary<string, int>();
        foreach (var action in actions)
        {
            var nth = seen[action] = seen.GetValueOrDefault(action) + 1;
            yield return (action, nth, nth == 1 ? action : string.Create(CultureInfo.InvariantCulture, $"{action} #{nth}"));
        }
    }
}
