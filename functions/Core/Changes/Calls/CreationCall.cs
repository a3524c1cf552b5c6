using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Changes.Calls;

/// <summary>Reads CreateSecurityGroup. The new group lets everything out, and no event of its own says so; in a VPC with IPv6 it does
/// so for IPv6 too, and whether it is one the event does not say.</summary>
/// <remarks>https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html: "When you create a security group, it has no
/// inbound rules"; its default outbound rule allows all traffic, "if your VPC has an associated IPv6 CIDR block" IPv6 too.
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html</remarks>
internal static class CreationCall
{
    private static readonly Permission EveryIPv4 = ToAll("0.0.0.0/0");
    private static readonly Permission EveryIPv6 = ToAll("::/0");

    public static ChangeReading Read(Call call)
    {
        var (answer, asked) = (new Stated(), new Stated());
        foreach (var fields in RecordPart.Of(call.Request, call.Name + "Request", asked.Gaps)) ReadRequest(fields, asked);
        foreach (var fields in RecordPart.Of(call.Answer, call.Name + "Response", answer.Gaps)) ReadAnswer(fields, answer);
        var group = GroupReader.Read(answer, asked, call.Detail, call.Problems);
        if (call.ChangeOf(group) is not { } change) return call.Unreadable;
        var isPlain = !asked.Gaps.Any && !answer.Gaps.HidesPeers && answer.Gaps.Unread == 0;
        return change with
        {
            Kind = ChangeKind.Created,
            Permissions = [EveryIPv4],
            AtMost = isPlain ? [EveryIPv4, EveryIPv6] : null,
            WholeGroupBecause = isPlain ? "a new group lets everything out, and the event does not say whether to IPv6 too" : Why(asked, answer),
        };
    }

    private static string Why(Stated asked, Stated answer) => asked.Gaps.Any ? asked.Gaps.Why : answer.Gaps.Why;

    private static void ReadRequest(Fields fields, Stated asked)
    {
        asked.GroupName = fields.Value("groupName") ?? asked.GroupName;
        fields.Skip("groupDescription", "description", "vpcId", "dryRun", "tag", "xmlns");
        fields.SkipAllOf("tags", "tagSpecification", "tagSpecifications", "tagSpecificationSet");
        fields.Leave(asked.Gaps);
    }

    private static void ReadAnswer(Fields fields, Stated answer)
    {
        if (fields.Value("groupId") is { } id) answer.GroupIds.Add(id);
        fields.Skip("_return", "return", "requestId", "xmlns", "securityGroupArn");
        fields.SkipAllOf("tags", "tagSet");
        fields.Leave(answer.Gaps);
    }

    private static Permission ToAll(string block)
    {
        var peer = new Peer.Block(Cidr.TryParse(block, out var cidr) ? cidr : throw new ArgumentException(block), block);
        return Permission.Create(Direction.Egress, "-1", null, null, peer, out var problem) ?? throw new ArgumentException(problem);
    }
}
