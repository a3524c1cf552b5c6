using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>Answers in EC2's XML.</summary>
internal static class Ec2Xml
{
    public const string Version = "2016-11-15";
    private static readonly XNamespace Namespace = $"http://ec2.amazonaws.com/doc/{Version}/";

    public static AwsAnswer Success(string action, params XElement?[] parts) => Of(action, [new XElement("return", "true"), .. parts]);

    /// <summary>An answer of an operation that says no `return`.</summary>
    public static AwsAnswer Of(string action, params XElement?[] parts) => AwsAnswer.OfXml(200, WithNamespace(
        new XElement(action + "Response", new XElement("requestId", Guid.NewGuid().ToString()), parts)));

    /// <summary>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html</summary>
    public static AwsAnswer Error(string code, string message) => AwsAnswer.OfXml(400, new XElement("Response",
        new XElement("Errors", new XElement("Error", new XElement("Code", code), new XElement("Message", message))),
        new XElement("RequestID", Guid.NewGuid().ToString())));

    public static AwsAnswer Duplicate(RuleContent content) => Error("InvalidPermission.Duplicate",
        $"the specified rule \"peer: {content.Peer}, {content.Protocol.ToUpperInvariant()}, from port: {content.From}, to port: {content.To}, ALLOW\" already exists");

    public static AwsAnswer TooManyRules() => Error("RulesPerSecurityGroupLimitExceeded", "The maximum number of rules per security group has been reached.");

    public static AwsAnswer UnknownRule(string id) => Error("InvalidSecurityGroupRuleId.NotFound", $"The security group rule ID '{Plain.Text(id)}' does not exist");

    public static XElement WithNamespace(XElement body)
    {
        foreach (var element in body.DescendantsAndSelf())
            element.Name = Namespace + element.Name.LocalName;
        return body;
    }
}
