using Remediator.Aws.Ec2;
using Remediator.Aws.Ledger;
using Remediator.Aws.Sts;

namespace Remediator.Cli.Live;

/// <summary>The adapters behind the ports of a live account. No client is made before its first call.</summary>
internal static class AwsAccount
{
    public static LivePorts Connect(LivePlace place)
    {
        var clients = new Ec2Clients();
        return new(TableBooks.Open(place.Table, place.Region), new Ec2SecurityGroups(clients), new Ec2GroupFacts(clients), new Ec2GroupEdits(clients), new Ec2NetworkInterfaces(clients), new Ec2NetworkAcls(clients), new StsCaller(place.Region).Read);
    }
}
