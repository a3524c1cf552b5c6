using Amazon.Runtime;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Sandbox;

namespace Remediator.Aws.Tests.Amazon.SecurityHub;

/// <summary>Against an emulator that checks the signature and the permission of every call. It lacks BatchUpdateFindings.</summary>
public sealed class CallsOnMotoTests
{
    [Fact]
    public async Task A_finding_is_imported_and_found_by_signed_calls_and_forged_or_forbidden_ones_are_refused()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var aws = await LocalAws.StartAsync();
        var user = await MotoUser.CreateAsync(aws.Endpoint, "securityhub:BatchImportFindings", "securityhub:GetFindings");
        await MotoUser.CheckEveryCallAsync(aws.Endpoint);
        using var client = ClientOf(aws, user);

        var imported = await client.BatchImportFindingsAsync(new BatchImportFindingsRequest { Findings = [Finding()] });
        var found = await client.GetFindingsAsync(new GetFindingsRequest
        {
            Filters = new() { Id = [new() { Comparison = StringFilterComparison.EQUALS, Value = "finding-1" }] },
        });

        Assert.Equal((1, 0), (imported.SuccessCount, imported.FailedCount));
        AssertSame(Finding(), Assert.Single(found.Findings));
        await AssertRefusedAsync(aws, client, user);
    }

    private static async Task AssertRefusedAsync(LocalAws aws, AmazonSecurityHubClient client, AWSCredentials user)
    {
        using var forger = ClientOf(aws, new BasicAWSCredentials(user.GetCredentials().AccessKey, "guessed"));
        var forged = await Assert.ThrowsAnyAsync<AmazonSecurityHubException>(() => forger.GetFindingsAsync(new()));
        var forbidden = await Assert.ThrowsAnyAsync<AmazonSecurityHubException>(() => client.BatchUpdateFindingsAsync(new()));

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.InRange((int)forbidden.StatusCode, 400, 499);
    }

    private static void AssertSame(AwsSecurityFinding expected, AwsSecurityFinding actual)
    {
        Assert.Equal((expected.Id, expected.Title, expected.UpdatedAt), (actual.Id, actual.Title, actual.UpdatedAt));
        Assert.Equal((expected.Severity.Label, expected.Compliance.Status), (actual.Severity.Label, actual.Compliance.Status));
        Assert.Equal(expected.ProductFields, actual.ProductFields);
        var permission = Assert.Single(Assert.Single(actual.Resources).Details.AwsEc2SecurityGroup.IpPermissions);
        Assert.Equal((22, "0.0.0.0/0"), (permission.FromPort, Assert.Single(permission.IpRanges).CidrIp));
    }

    private static AwsSecurityFinding Finding() => new()
    {
        SchemaVersion = "2018-10-08",
        Id = "finding-1",
        ProductArn = $"arn:aws:securityhub:us-east-1:{LocalAws.Account}:product/{LocalAws.Account}/default",
        GeneratorId = "SG001",
        AwsAccountId = LocalAws.Account,
        Types = ["Software and Configuration Checks/AWS Security Best Practices/Network Reachability"],
        CreatedAt = "2026-01-02T03:04:05.000Z",
        UpdatedAt = "2026-01-02T03:04:06.000Z",
        Severity = new() { Label = SeverityLabel.CRITICAL },
        Title = "tcp/22 in sg-0a is open to the internet",
        Description = "opened by hand \U0001F512",
        Compliance = new() { Status = ComplianceStatus.FAILED },
        ProductFields = new() { ["verdict"] = "violation" },
        Resources = [SecurityGroup()],
    };

    private static Resource SecurityGroup() => new()
    {
        Type = "AwsEc2SecurityGroup",
        Id = $"arn:aws:ec2:us-east-1:{LocalAws.Account}:security-group/sg-0a",
        Partition = Partition.Aws,
        Region = "us-east-1",
        Details = new()
        {
            AwsEc2SecurityGroup = new() { GroupId = "sg-0a", IpPermissions = [new() { IpProtocol = "tcp", FromPort = 22, ToPort = 22, IpRanges = [new() { CidrIp = "0.0.0.0/0" }] }] },
        },
    };

    private static AmazonSecurityHubClient ClientOf(LocalAws aws, AWSCredentials credentials)
        => new(credentials, new AmazonSecurityHubConfig { ServiceURL = aws.Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
