using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>Kinds of resources that can be tagged when they are created; those in use here.</summary>
public class ResourceType : ConstantClass
{
    public static readonly ResourceType Instance = new("instance");

    public static readonly ResourceType NetworkAcl = new("network-acl");

    public static readonly ResourceType NetworkInterface = new("network-interface");

    public static readonly ResourceType PrefixList = new("prefix-list");

    public static readonly ResourceType SecurityGroup = new("security-group");

    public static readonly ResourceType SecurityGroupRule = new("security-group-rule");

    public static readonly ResourceType Subnet = new("subnet");

    public static readonly ResourceType Vpc = new("vpc");

    public ResourceType(string value)
        : base(value)
    {
    }

    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    public static implicit operator ResourceType(string value) => FindValue(value);
}
