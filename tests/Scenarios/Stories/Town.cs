using System.Xml.Linq;
using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Sandbox;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;

namespace Remediator.Scenarios.Stories;

/// <summary>One local account with the published function in it, for the stories of a class; each story makes groups of its own.</summary>
public class Town : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private SandboxAccount? _account;
    private IAmazonEC2? _bob;
    private string? _why;

    public SandboxAccount Account
    {
        get
        {
            Assert.SkipWhen(_account is null, _why ?? "");
            return _account!;
        }
    }

    /// <summary>Somebody with the AWS CLI.</summary>
    public IAmazonEC2 Bob => _bob ??= Account.Ec2As(Caller.CommandLineUser(SandboxAccount.Account, "AKIABOBBOBBOBBOBBOB0"));

    /// <summary>Every event that reached the function, in order.</summary>
    public ImmutableArray<Delivery> Sent => _account?.Invocations.Sent.All ?? [];

    /// <summary>Every call that the function made, in the order of their answers.</summary>
    public ImmutableArray<CallRecord> Calls => [.. (_account?.Aws.Calls.All ?? []).Where(call => call.Caller.IsRemediator)];

    /// <summary>The ledger in memory: what the table is like has tests of its own, and each of its calls takes time.</summary>
    protected virtual SandboxOptions Options => new() { LedgerInMemory = true };

    public virtual async ValueTask InitializeAsync()
    {
        _why = await LocalAws.WhyUnavailableAsync();
        if (_why is null) _account = await SandboxAccount.StartAsync(Options);
    }

    public virtual async ValueTask DisposeAsync()
    {
        _bob?.Dispose();
        if (_account is not null) await _account.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public Task<string> Group() => Account.CreateGroupAsync($"web-{Guid.NewGuid():N}");

    /// <summary>Opens permissions in one call, and waits until the function has dealt with the event.</summary>
    public Task<Handled> Open(string group, params IpPermission[] permissions) =>
        Watch(() => Bob.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [.. permissions] }));

    /// <summary>Makes a change whose event the rule passes on, and waits until the function has dealt with it.</summary>
    public async Task<Handled> Watch(Func<Task> change)
    {
        var sent = Account.Invocations.Sent.All.Length;
        await change();
        return await End(Sent[sent]);
    }

    /// <summary>Delivers an event, and waits until the function has dealt with it.</summary>
    public Task<Handled> Deliver(string json) => End(Account.SendEvent(json));

    /// <summary>Makes one EC2 call in somebody's name; parameters as on the wire.</summary>
    public async Task<XElement> Call(Caller caller, string action, params (string Name, string Value)[] parameters)
    {
        using var session = Account.As(caller);
        return await session.Ec2Async(action, parameters, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the function has dealt with every event, those of its own calls too.</summary>
    public async Task Quiet()
    {
        // INVARIANT: the proxy sends an event before it answers the call, so that when a delivery has ended, the events of its calls are there.
        while (Sent.FirstOrDefault(sent => !sent.Ended.IsCompleted) is { } waiting)
            await waiting.Ended.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>What the function called while it dealt with an event.</summary>
    public ImmutableArray<CallRecord> CallsDuring(Delivery delivery) => [.. Calls.Where(call => call.Delivery == delivery)];

    /// <summary>The group's rules as `tcp/22-22 0.0.0.0/0`, in order.</summary>
    public async Task<string[]> Rules(string group, bool egress = false)
    {
        var answer = await Bob.DescribeSecurityGroupRulesAsync(new() { Filters = [new("group-id", [group])] });
        return [.. (answer.SecurityGroupRules ?? []).Where(r => r.IsEgress == egress).Select(Show).Order(StringComparer.Ordinal)];
    }

    public async Task<string> RuleId(string group, int port)
    {
        var answer = await Bob.DescribeSecurityGroupRulesAsync(new() { Filters = [new("group-id", [group])] });
        return answer.SecurityGroupRules.Single(r => r.FromPort == port).SecurityGroupRuleId;
    }

    public static IpPermission Tcp(int port, string peer) => Permission("tcp", port, port, peer);

    public static IpPermission Permission(string protocol, int? from, int? to, string peer) => peer.Contains(':', StringComparison.Ordinal)
        ? new() { IpProtocol = protocol, FromPort = from, ToPort = to, Ipv6Ranges = [new() { CidrIpv6 = peer }] }
        : new() { IpProtocol = protocol, FromPort = from, ToPort = to, Ipv4Ranges = [new() { CidrIp = peer }] };

    private async Task<Handled> End(Delivery delivery)
    {
        var end = await delivery.Ended.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return new(delivery, end, [.. CallsDuring(delivery).Select(call => call.Action)]);
    }

    public static string Show(SecurityGroupRule rule) =>
        $"{rule.IpProtocol}/{rule.FromPort}-{rule.ToPort} {rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId ?? rule.ReferencedGroupInfo?.GroupId}";

    /// <summary>How the function dealt with one event, and which AWS calls it made.</summary>
    public sealed record Handled(Delivery Delivery, Attempt End, ImmutableArray<string> Calls);
}
