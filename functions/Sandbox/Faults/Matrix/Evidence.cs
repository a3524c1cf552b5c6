using System.Text.Json.Nodes;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>What the account's journals hold about one scene.</summary>
/// <param name="Deliveries">The change's event, in the order it was handed in: once, or once more after it was a dead letter.</param>
/// <param name="Own">The events of the function's own calls to the scene's groups.</param>
/// <param name="Calls">Every call that the function made for any of them, and what OnSchedule called about the groups later, in the order
/// of their answers.</param>
/// <param name="Events">What CloudTrail recorded about the groups, the making of them too.</param>
/// <param name="Findings">The present state of each finding about the groups.</param>
internal sealed record Evidence(
    ImmutableArray<Delivery> Deliveries, ImmutableArray<Delivery> Own, ImmutableArray<CallRecord> Calls, ImmutableArray<JsonObject> Events, ImmutableArray<JsonObject> Findings)
{
    /// <summary>Notices that SNS took, in order.</summary>
    public ImmutableArray<SentNotice> Notices { get; } = [.. Calls.Where(call => call is { Action: "sns:Publish", CarriedOut: true, Status: 200 }).Select(SentNotice.Of)];

    /// <summary>The function's calls that changed a group.</summary>
    public ImmutableArray<CallRecord> Changes { get; } = [.. Calls.Where(call => call is { CarriedOut: true, Status: 200 } && IsChange(call.Action))];

    /// <param name="making">Before the groups were made.</param>
    /// <param name="change">Before the change.</param>
    public static Evidence Of(SandboxAccount account, Scene scene, Place making, Place change)
    {
        var sent = account.Invocations.Sent.Since(change.Sent);
        var deliveries = sent.Where(one => IsOfTheChange(one, scene)).ToImmutableArray();
        var own = sent.Where(one => IsOwn(one) && IsAbout(scene, one.Payload)).ToImmutableArray();
        var all = deliveries.Concat(own).ToHashSet();
        return new(
            deliveries, own,
            [.. account.Aws.Calls.Since(change.Calls).Where(call => call.Delivery is { } delivery && (all.Contains(delivery) || (IsScheduled(delivery) && IsAbout(scene, call.Request))))],
            [.. account.Aws.Events.Since(making.Events).Where(read => IsAbout(scene, read.ToJsonString()))],
            [.. account.Findings.Since(making.Findings).Where(finding => IsAbout(scene, finding.ToJsonString())).GroupBy(finding => finding["Id"]!.ToString()).Select(same => same.Last())]);
    }

    public static bool IsOfTheChange(Delivery sent, Scene scene) => sent.Payload.Contains(scene.Subject, StringComparison.Ordinal) && !IsOwn(sent);

    private static bool IsOwn(Delivery sent) => sent.Payload.Contains(":assumed-role/remediator-function/", StringComparison.Ordinal);

    private static bool IsScheduled(Delivery sent) => sent.Payload.Contains("\"Scheduled Event\"", StringComparison.Ordinal);

    private static bool IsAbout(Scene scene, string text) => scene.Groups.Any(one => text.Contains(one.Group, StringComparison.Ordinal));

    private static bool IsChange(string action) => action.StartsWith("ec2:", StringComparison.Ordinal)
        && !action.StartsWith("ec2:Describe", StringComparison.Ordinal) && !action.StartsWith("ec2:Get", StringComparison.Ordinal);
}
