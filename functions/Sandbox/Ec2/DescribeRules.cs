using System.Text.RegularExpressions;
using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>DescribeSecurityGroupRules (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroupRules.html).</summary>
internal sealed partial class DescribeRules(GroupRules rules)
{
    public async Task<AwsAnswer> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        var filters = Filters.Of(call.Query);
        var malformed = filters.Where(filter => filter.Name == "group-id").SelectMany(filter => filter.Values).FirstOrDefault(id => !GroupId().IsMatch(id));
        if (malformed is not null)
            return Ec2Xml.Error("InvalidGroupId.Malformed", $"The security group ID '{Plain.Text(malformed)}' is malformed");
        var all = await rules.OfAsync(call, await rules.GroupIdsAsync(call, cancellation), cancellation);
        var ids = call.Query["SecurityGroupRuleId"].Items.Select(id => id.Text ?? "").ToImmutableArray();
        if (ids.FirstOrDefault(id => all.All(rule => rule.Id != id)) is { } unknown)
            return Ec2Xml.UnknownRule(unknown);
        var shown = all.Where(rule => (ids.IsEmpty || ids.Contains(rule.Id)) && filters.All(filter => Holds(filter.Name, filter.Values, rule)));
        return Ec2Xml.Of(call.Action, new XElement("securityGroupRuleSet", shown.Select(rule => rule.Row(call.Region))));
    }

    private static bool Holds(string name, ImmutableArray<string> values, StoredRule rule) => name switch
    {
        "group-id" => Filters.Match(values, rule.GroupId),
        "security-group-rule-id" => Filters.Match(values, rule.Id),
        _ when name.StartsWith("tag:", StringComparison.Ordinal) => rule.Tags.Any(tag => tag.Key == name[4..] && Filters.Match(values, tag.Value)),
        _ => false,
    };

    [GeneratedRegex(@"\Asg-[0-9a-f]{8,17}\z", RegexOptions.CultureInvariant)]
    private static partial Regex GroupId();
}
