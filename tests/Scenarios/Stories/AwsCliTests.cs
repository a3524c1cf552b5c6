using System.Diagnostics;
using Remediator.Sandbox;

namespace Remediator.Scenarios.Stories;

/// <summary>The ordinary AWS CLI, pointed at the local account.</summary>
public sealed class AwsCliTests(Town town) : Story(town), IClassFixture<Town>
{
    [Fact]
    public async Task A_port_opened_with_the_command_line_closes_again()
    {
        var group = await Town.Group();
        await Town.Watch(() => Aws("ec2", "authorize-security-group-ingress", "--group-id", group, "--protocol", "tcp", "--port", "22", "--cidr", "0.0.0.0/0"));
        Assert.Empty(await Town.Rules(group));
    }

    [Fact]
    public async Task A_call_with_one_forbidden_and_two_allowed_loses_the_forbidden_one()
    {
        var group = await Town.Group();
        const string permissions = """
            [{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"IpRanges":[{"CidrIp":"0.0.0.0/0"}]},
             {"IpProtocol":"tcp","FromPort":22,"ToPort":22,"IpRanges":[{"CidrIp":"0.0.0.0/0"}]},
             {"IpProtocol":"tcp","FromPort":22,"ToPort":22,"IpRanges":[{"CidrIp":"203.0.113.9/32"}]}]
            """;
        await Town.Watch(() => Aws("ec2", "authorize-security-group-ingress", "--group-id", group, "--ip-permissions", permissions));
        Assert.Equal(["tcp/22-22 203.0.113.9/32", "tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
    }

    private async Task Aws(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["--endpoint-url", Town.Account.Aws.Endpoint.ToString(), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["AWS_ACCESS_KEY_ID"] = "AKIABOBBOBBOBBOBBOB0", ["AWS_SECRET_ACCESS_KEY"] = "sandbox", ["AWS_DEFAULT_REGION"] = SandboxAccount.Region, ["AWS_PAGER"] = "" },
        };
        using var process = Start(start);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await output + await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("the AWS CLI is not on this machine: what it does to the local account was NOT tried (install `awscli`)");
            throw;
        }
    }
}
