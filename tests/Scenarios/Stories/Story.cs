using System.Text.Json.Nodes;
using Remediator.Sandbox;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;

namespace Remediator.Scenarios.Stories;

/// <summary>
/// Stories about one account. Each also shows, at its end, that the function does not chase itself: every call with which it changed a
/// group came back as one event, was dealt with once, and neither changed nor told anything more.
/// </summary>
public abstract class Story(Town town) : IAsyncDisposable
{
    private static readonly string[] ChangesAGroup =
    [
        "ec2:AuthorizeSecurityGroupIngress", "ec2:AuthorizeSecurityGroupEgress", "ec2:ModifySecurityGroupRules",
        "ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress",
    ];

    private readonly int _sentBefore = town.Sent.Length;
    private readonly int _callsBefore = town.Calls.Length;

    protected Town Town { get; } = town;

    public async ValueTask DisposeAsync()
    {
        await Town.Quiet();
        var own = Town.Sent[_sentBefore..].Where(IsOwn).ToImmutableArray();
        Assert.Equal(Town.Calls[_callsBefore..].Count(call => call.Error is null && ChangesAGroup.Contains(call.Action)), own.Length);
        foreach (var delivery in own) EndsThere(delivery, Assert.Single(delivery.Attempts));
        GC.SuppressFinalize(this);
    }

    private void EndsThere(Delivery delivery, Attempt end)
    {
        Assert.True(end.Succeeded, end.Answer);
        var more = Town.CallsDuring(delivery).Select(call => call.Action).Where(call => !call.StartsWith("ec2:Describe", StringComparison.Ordinal) && !call.StartsWith("ec2:Get", StringComparison.Ordinal)).ToList();
        var said = Town.Account.FunctionLines.All.LastOrDefault(line => line.Contains(JsonNode.Parse(delivery.Payload)!["detail"]!["eventID"]!.ToString(), StringComparison.Ordinal));
        Assert.True(more.Count == 0, $"of its own call it made {string.Join(", ", more)}: {said}");
    }

    private static bool IsOwn(Delivery delivery) =>
        delivery.Payload.StartsWith('{') && delivery.Payload.Contains(Caller.Remediator(SandboxAccount.Account).Arn, StringComparison.Ordinal)
        && JsonNode.Parse(delivery.Payload)!["detail"]?["userIdentity"]?["arn"]?.ToString() == Caller.Remediator(SandboxAccount.Account).Arn;
}
