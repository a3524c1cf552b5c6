using Remediator.Groups;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>What EC2 answered to a revoke: what it revoked, and what it did not know. Records older than 2024 have neither.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html: where the group is in a
/// default VPC, a permission that is not there is no error but listed in <c>unknownIpPermissionSet</c>.</remarks>
/// <param name="Unknown">In the shape of a request; it "might be in a different format from the request parameter".</param>
/// <param name="ListsRevoked">Whether EC2 says at all what it revoked, be it nothing.</param>
internal sealed record ClosedAnswer(Stated Revoked, Stated Unknown, bool ListsRevoked)
{
    public static ClosedAnswer Read(JsonCursor? elements, string eventName, Direction direction, string ownAccount)
    {
        var revoked = new RuleSetAnswer(direction, ownAccount);
        var unknown = new RulesRequest(direction, ownAccount);
        var lists = false;
        foreach (var fields in RecordPart.Of(elements, eventName + "Response", revoked.Stated.Gaps))
        {
            lists |= fields.Has("revokedSecurityGroupRuleSet");
            revoked.ReadRules(fields.Take("revokedSecurityGroupRuleSet"));
            unknown.ReadPermissions(fields.Take("unknownIpPermissionSet"));
            revoked.LeaveRest(fields);
        }

        return new(revoked.Stated, unknown.Stated, lists);
    }
}
