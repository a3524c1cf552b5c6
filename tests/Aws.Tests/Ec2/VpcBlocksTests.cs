namespace Remediator.Aws.Tests.Ec2;

public sealed class VpcBlocksTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_blocks_of_the_VPCs_count_but_for_those_that_are_gone()
    {
        var account = Ec2Account.Answering(
            Page("next", Vpc("vpc-1", "<cidrBlock>10.0.0.0/16</cidrBlock><cidrBlockAssociationSet>" + Four("10.0.0.0/16", "associated") + Four("10.1.0.0/16", "disassociating") + Four("10.2.0.0/16", "disassociated") + Four("10.3.0.0/16", "failed") + "</cidrBlockAssociationSet>")),
            Page(null, Vpc("vpc-2", "<cidrBlock>10.9.0.0/16</cidrBlock><ipv6CidrBlockAssociationSet><item><ipv6CidrBlock>2001:db8::/56</ipv6CidrBlock><ipv6CidrBlockState><state>associated</state></ipv6CidrBlockState></item></ipv6CidrBlockAssociationSet>"), Vpc("vpc-3", "<cidrBlock>10.10.0.0/16</cidrBlock>")));
        var read = await account.Acls.BlocksOf(["vpc-1", "vpc-2"], Ec2Account.Region, Cancel);
        Assert.Null(read.Problem);
        Assert.Equal(["10.0.0.0/16", "10.1.0.0/16", "10.9.0.0/16", "2001:db8::/56"], read.Value.Select(b => b.ToString()));
        Assert.Equal(["Action=DescribeVpcs", "Filter.1.Name=vpc-id", "Filter.1.Value.1=vpc-1", "Filter.1.Value.2=vpc-2", "MaxResults=1000"], account.Sent[0]);
    }

    [Theory]
    [InlineData("", "VPC `vpc-2` or its blocks are not there")]
    [InlineData("<item><vpcId>vpc-2</vpcId></item>", "VPC `vpc-2` or its blocks are not there")]
    [InlineData("<item><vpcId>vpc-2</vpcId><cidrBlock>ten</cidrBlock></item>", "the block `ten` of VPC `vpc-2` is none")]
    public async Task A_VPC_whose_blocks_nobody_knows_is_a_problem(string row, string problem)
    {
        var read = await Ec2Account.Answering(Page(null, Vpc("vpc-1", "<cidrBlock>10.0.0.0/16</cidrBlock>"), row)).Acls.BlocksOf(["vpc-1", "vpc-2"], Ec2Account.Region, Cancel);
        Assert.Contains(problem, read.Problem, StringComparison.Ordinal);
        Assert.Equal("10.0.0.0/16", Assert.Single(read.Value).ToString());
    }

    private static string Page(string? next, params string[] vpcs) => $"DescribeVpcs:<vpcSet>{string.Concat(vpcs)}</vpcSet>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}";

    private static string Vpc(string id, string inner) => $"<item><vpcId>{id}</vpcId><state>available</state>{inner}</item>";

    private static string Four(string block, string state) => $"<item><associationId>vpc-cidr-assoc-1</associationId><cidrBlock>{block}</cidrBlock><cidrBlockState><state>{state}</state></cidrBlockState></item>";
}
