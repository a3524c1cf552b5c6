using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>What an entry of a network ACL does.</summary>
public class RuleAction : ConstantClass
{
    public static readonly RuleAction Allow = new("allow");

    public static readonly RuleAction Deny = new("deny");

    public RuleAction(string value)
        : base(value)
    {
    }

    public static RuleAction FindValue(string value) => FindValue<RuleAction>(value);

    public static implicit operator RuleAction(string value) => FindValue(value);
}
