using Remediator.Cli.Inputs;

namespace Remediator.Cli.Describe;

/// <summary>The <c>Tags</c> of a resource.</summary>
internal static class TagsReader
{
    /// <summary>None where the field is missing: EC2 leaves it out of resources that have none. Null where it cannot be read.</summary>
    public static ImmutableArray<KeyValuePair<string, string>>? Read(JsonPlace resource, Complaints complaints)
    {
        if (resource.Field("Tags") is not { } list) return [];
        var tags = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var tag in complaints.List(resource, "Tags", "a list of tags"))
        {
            if (tag.Field("Key")?.Text() is not { } key || tag.Field("Value")?.Text() is not { } value)
            {
                complaints.Not(tag, "a tag with `Key` and `Value`");
                return null;
            }

            tags.Add(new(key, value));
        }

        return list.IsList ? tags.ToImmutable() : null;
    }
}
