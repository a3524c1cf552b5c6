using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Sandbox;
using Remediator.Sandbox.Proxy;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Faults.Other;

/// <summary>What Alice does before a scene's change, each time until the function has dealt with it.</summary>
internal sealed class Setting(SandboxAccount account, CancellationToken cancel) : IDisposable
{
    public const string Everything = "all to 0.0.0.0/0";
    public const string Internet = "0.0.0.0/0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IAmazonEC2 _alice = account.Ec2As(Caller.ConsoleUser(SandboxAccount.Account));

    public Task Open(string group, params IpPermission[] permissions) => _alice.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [.. permissions] }, cancel);

    public Task OpenOut(string group, params IpPermission[] permissions) => _alice.AuthorizeSecurityGroupEgressAsync(new() { GroupId = group, IpPermissions = [.. permissions] }, cancel);

    public Task Close(string group, params IpPermission[] permissions) => _alice.RevokeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [.. permissions] }, cancel);

    /// <summary>Any call, by its parameters on the wire.</summary>
    public async Task<System.Xml.Linq.XElement> Call(string action, params (string, string)[] parameters)
    {
        using var session = account.As(Caller.ConsoleUser(SandboxAccount.Account));
        return await session.Ec2Async(action, parameters, cancel);
    }

    /// <summary>Returns when every event in which the text stands has been dealt with.</summary>
    public async Task DealtWith(string text)
    {
        while (account.Invocations.Sent.All.FirstOrDefault(sent => sent.Payload.Contains(text, StringComparison.Ordinal) && !sent.Ended.IsCompleted) is { } waiting)
            await waiting.Ended.WaitAsync(Patience, cancel);
    }

    public static IpPermission Tcp(int port, string peer = Internet) => Town.Tcp(port, peer);

    public static IpPermission List(int port, string list) => new() { IpProtocol = "tcp", FromPort = port, ToPort = port, PrefixListIds = [new() { Id = list }] };

    public void Dispose() => _alice.Dispose();
}
