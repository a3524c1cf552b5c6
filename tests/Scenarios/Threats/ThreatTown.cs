using Amazon.DynamoDBv2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Remediator.Aws.Ledger;
using Remediator.Sandbox;
using Remediator.Sandbox.GuardDuty;
using Remediator.Sandbox.Ledger;
using Remediator.Sandbox.Machines;
using Remediator.Sandbox.Notices;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Threats;

/// <summary>An account with machines in it whose policy answers brute force in three ways, by the password that is guessed.</summary>
public sealed class ThreatTown() : PolicyTown(Text)
{
    public const string Attacker = "198.51.100.66";

    private const string Text = """
        version: 1
        mode: enforce
        networks: { office: [203.0.113.0/24] }
        rules:
          - id: T-1
            name: ssh-from-internet
            deny: { direction: ingress, service: tcp/22, peer: internet }
            unless: { peer: office }
            severity: critical
            why: SSH is reached from the office.
        threats:
          - { types: "UnauthorizedAccess:EC2/RDPBruteForce", severity: 7, response: isolate }
          - { types: "Impact:EC2/WinRMBruteForce", severity: 7, response: block, hours: 2, acl-numbers: 1-50 }
        """;

    protected override SandboxOptions Options => base.Options with { LedgerInMemory = false };

    /// <summary>An instance of its own VPC in as many groups of it.</summary>
    public async Task<Machine> Start(int groups)
    {
        var vpc = await Account.CreateVpcAsync();
        var ids = new List<string>();
        while (ids.Count < groups) ids.Add(await Account.CreateGroupAsync($"web-{Guid.NewGuid():N}", vpc));
        using var session = Account.As(Alice);
        return await Machine.StartAsync(session, vpc, 1, [.. ids], TestContext.Current.CancellationToken);
    }

    /// <summary>Delivers a finding, waits until it was dealt with, and returns what people were told because of it.</summary>
    public async Task<ImmutableArray<ReceivedNotice>> Attack(FindingEvent finding)
    {
        var before = Account.Notices.Count;
        var delivery = await Account.FindingAsync(finding.Text(), TestContext.Current.CancellationToken);
        var end = await delivery.Ended;
        Assert.True(end.Succeeded, end.Answer);
        await Quiet();
        return Account.Notices.Since(before);
    }

    /// <summary>The groups of an interface, in order.</summary>
    public async Task<string[]> GroupsOf(string interfaceId)
    {
        var answer = await Bob.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { NetworkInterfaceIds = [interfaceId] });
        return [.. Assert.Single(answer.NetworkInterfaces).Groups.Select(g => g.GroupId).Order(StringComparer.Ordinal)];
    }

    /// <summary>The inbound entries of a subnet's ACL but the last one, which AWS has for itself, as `7 deny 198.51.100.66/32`.</summary>
    public async Task<string[]> Acl(string subnet)
    {
        var answer = await Bob.DescribeNetworkAclsAsync(new DescribeNetworkAclsRequest { Filters = [new("association.subnet-id", [subnet])] });
        return [.. Assert.Single(answer.NetworkAcls).Entries.Where(e => e.Egress == false && e.RuleNumber < 32_767).OrderBy(e => e.RuleNumber).Select(Show)];
    }

    /// <summary>Lets a measure's time be over: the functions go by the clock, and an hour is the shortest.</summary>
    public async Task LetItsTimeBeOver(string id)
    {
        var config = new AmazonDynamoDBConfig { ServiceURL = Account.Places.Endpoint.GetLeftPart(UriPartial.Authority), AuthenticationRegion = SandboxAccount.Region };
        using var client = new AmazonDynamoDBClient(new BasicAWSCredentials("AKIABOBBOBBOBBOBBOB0", "sandbox"), config);
        var measures = TableBooks.Open(LedgerTable.Name, () => client, Patience.Usual).Measures;
        var reading = await measures.Find(id, TestContext.Current.CancellationToken);
        Assert.True(reading.Value is not null, reading.Problem ?? "there is no such measure");
        var over = reading.Value with { Until = TimeProvider.System.GetUtcNow().AddMinutes(-1) };
        await measures.Write(over.Next(), TestContext.Current.CancellationToken);
    }

    private static string Show(NetworkAclEntry entry) => $"{entry.RuleNumber} {entry.RuleAction} {entry.CidrBlock}";
}
