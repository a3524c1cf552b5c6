using Amazon.EC2;
using Amazon.EC2.Model;

namespace Remediator.Aws.Ec2;

/// <summary>Tags as the EC2 API writes them, both ways.</summary>
internal static class TagForm
{
    /// <summary>Tags that begin so are AWS's own, and nobody else may write them
    /// (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions).</summary>
    private const string Reserved = "aws:";

    public static ImmutableArray<KeyValuePair<string, string>> Read(List<Tag>? tags) => [.. (tags ?? []).Select(t => KeyValuePair.Create(t.Key ?? "", t.Value ?? ""))];

    /// <summary>What a call says of the tags of the rules that it creates; null when there are none to write.</summary>
    public static List<TagSpecification>? Rules(ImmutableArray<KeyValuePair<string, string>> tags)
    {
        List<Tag> own = [.. tags.Where(t => !IsReserved(t.Key)).Select(t => new Tag(t.Key, t.Value))];
        return own.Count == 0 ? null : [new() { ResourceType = ResourceType.SecurityGroupRule, Tags = own }];
    }

    /// <summary>Whether two permissions get the same tags when one call creates them.</summary>
    public static bool AreAlike(ImmutableArray<KeyValuePair<string, string>> one, ImmutableArray<KeyValuePair<string, string>> other) =>
        one.Where(t => !IsReserved(t.Key)).ToHashSet().SetEquals(other.Where(t => !IsReserved(t.Key)));

    private static bool IsReserved(string key) => key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase);
}
