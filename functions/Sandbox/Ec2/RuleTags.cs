using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>CreateTags and DeleteTags on rules; on everything else they are moto's.</summary>
internal sealed class RuleTags(MotoLink moto, GroupRules rules)
{
    public static ImmutableArray<KeyValuePair<string, string>> Of(QueryNode tags) =>
        [.. tags.Items.Select(tag => KeyValuePair.Create(tag["Key"].Text ?? "", tag["Value"].Text ?? ""))];

    /// <summary>Null: the call is about no rule.</summary>
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        var resources = call.Query["ResourceId"].Items.Select(id => id.Text ?? "").ToImmutableArray();
        var ids = resources.Where(id => id.StartsWith("sgr-", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0)
            return null;
        if (RuleCheck.Tags(call.Query["Tag"]) is { } problem)
            return problem;
        var others = resources.Where(id => !ids.Contains(id)).ToImmutableArray();
        if (!others.IsEmpty && await moto.ForwardAsync(call.With(call.Query.With("ResourceId", QueryNode.List(others))), cancellation) is { Succeeded: false } refused)
            return refused;
        var isKnown = rules.Change(ids, rule => rule with { Tags = call.Action == "CreateTags" ? Added(rule.Tags, call.Query["Tag"]) : Deleted(rule.Tags, call.Query["Tag"]) });
        return isKnown ? Ec2Xml.Success(call.Action) : Ec2Xml.UnknownRule(string.Join(", ", ids));
    }

    private static ImmutableArray<KeyValuePair<string, string>> Added(ImmutableArray<KeyValuePair<string, string>> tags, QueryNode added) =>
        [.. tags.Where(tag => added.Items.All(one => one["Key"].Text != tag.Key)), .. Of(added)];

    /// <summary>Without a value a tag goes whatever its value is; without any tag, all go.</summary>
    private static ImmutableArray<KeyValuePair<string, string>> Deleted(ImmutableArray<KeyValuePair<string, string>> tags, QueryNode deleted) => deleted.IsEmpty
        ? [] : [.. tags.Where(tag => !deleted.Items.Any(one => one["Key"].Text == tag.Key && (one["Value"].Text ?? tag.Value) == tag.Value))];
}
