using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Aws.Ec2;

/// <summary>Rows of DescribeVpcs → their blocks (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html).</summary>
internal static class VpcForm
{
    /// <summary>A problem when one of the VPCs is not there, or says no block, or one that is none: nobody knows its addresses then.</summary>
    /// <param name="rows">Of these VPCs only.</param>
    public static Reading<ImmutableArray<Cidr>> Blocks(ImmutableArray<Vpc> rows, HashSet<string> vpcIds)
    {
        var blocks = ImmutableArray.CreateBuilder<Cidr>();
        string? problem = null;
        foreach (var id in vpcIds)
        {
            var texts = rows.Where(row => row.VpcId == id).SelectMany(Texts).ToArray();
            if (texts.Length == 0) problem ??= $"VPC {UserText.Quote(id)} or its blocks are not there: expected at least one block of addresses";
            foreach (var text in texts.Distinct(StringComparer.Ordinal))
            {
                if (Cidr.TryParse(text, out var block)) blocks.Add(block);
                else problem ??= $"the block {UserText.Quote(text)} of VPC {UserText.Quote(id)} is none: expected an IPv4 or IPv6 block";
            }
        }

        return new(blocks.ToImmutable(), problem);
    }

    private static IEnumerable<string> Texts(Vpc row) => new[] { row.CidrBlock }
        .Concat((row.CidrBlockAssociationSet ?? []).Where(a => Counts(a.CidrBlockState)).Select(a => a.CidrBlock))
        .Concat((row.Ipv6CidrBlockAssociationSet ?? []).Where(a => Counts(a.Ipv6CidrBlockState)).Select(a => a.Ipv6CidrBlock))
        .Where(text => !string.IsNullOrEmpty(text));

    /// <summary>A block that is being taken away may still be in use.</summary>
    private static bool Counts(VpcCidrBlockState? state) => state?.State != VpcCidrBlockStateCode.Disassociated && state?.State != VpcCidrBlockStateCode.Failed;
}
