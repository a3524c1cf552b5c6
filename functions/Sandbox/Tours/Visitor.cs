using Amazon.EC2;
using Amazon.EC2.Model;

namespace Remediator.Sandbox.Tours;

/// <summary>A console user who opens ports, and watches what the function makes of it.</summary>
internal sealed class Visitor(SandboxAccount account, IAmazonEC2 ec2, string group)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Opens permissions in one call and waits until the function has dealt with the event.</summary>
    /// <exception cref="TimeoutException">It did not in time.</exception>
    public async Task<Handled> OpenAsync(CancellationToken cancellation, params IpPermission[] permissions)
    {
        var (callsBefore, sentBefore) = (account.Aws.Calls.All.Length, account.Invocations.Sent.All.Length);
        await ec2.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [.. permissions] }, cancellation);
        // INVARIANT: the proxy sends the event before it answers the call, so that the delivery is there by now.
        var delivery = account.Invocations.Sent.All[sentBefore];
        var end = await delivery.Ended.WaitAsync(Patience, cancellation);
        var calls = account.Aws.Calls.All[callsBefore..];
        var change = calls.First(call => call.Action == "ec2:AuthorizeSecurityGroupIngress");
        return new(change, [.. calls.Where(call => call.Delivery == delivery)], end);
    }

    /// <summary>The group's ingress rules as `tcp/22 from 0.0.0.0/0`.</summary>
    public async Task<ImmutableArray<string>> RulesAsync(CancellationToken cancellation)
    {
        var answer = await ec2.DescribeSecurityGroupRulesAsync(new() { Filters = [new() { Name = "group-id", Values = [group] }] }, cancellation);
        return [.. answer.SecurityGroupRules.Where(rule => rule.IsEgress == false)
            .Select(rule => Words(rule.IpProtocol, rule.FromPort, rule.ToPort, rule.CidrIpv4 ?? rule.CidrIpv6))];
    }

    public static IpPermission Tcp(int port, string cidr, string description) => Tcp(port, port, cidr, description);

    public static IpPermission Tcp(int from, int to, string cidr, string description) =>
        new() { IpProtocol = "tcp", FromPort = from, ToPort = to, Ipv4Ranges = [new() { CidrIp = cidr, Description = description }] };

    public static string Words(IpPermission permission) => Words(permission.IpProtocol, permission.FromPort, permission.ToPort, permission.Ipv4Ranges[0].CidrIp);

    private static string Words(string protocol, int? from, int? to, string? peer) => Plain.Text($"{protocol}/{from}{(from == to ? "" : $"-{to}")} from {peer}");
}
