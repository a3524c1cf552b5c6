namespace Remediator.Groups;

/// <summary>What is known of a group besides its permissions. Null is "not known", never "none".</summary>
public sealed record GroupFacts(GroupKey Key)
{
    /// <summary>Chosen by whoever made the group, and fixed for its life; hostile until escaped.</summary>
    public string? Name { get; init; }

    /// <summary>As <see cref="Name"/>: fixed, and hostile.</summary>
    public string? Description { get; init; }

    public string? VpcId { get; init; }

    /// <summary>All tags of the group; anybody with CreateTags may change them.</summary>
    public ImmutableArray<KeyValuePair<string, string>>? Tags { get; init; }

    /// <summary>Whether any network interface carries the group.</summary>
    public bool? IsAttached { get; init; }

    /// <summary>Tags whose value this event changed: what the group was a moment ago is not known by them.</summary>
    public ImmutableHashSet<string> RetaggedKeys { get; init; } = [];

    /// <summary>In a policy's own tests: names of the policy's <c>groups</c> that the group is said to match.</summary>
    public ImmutableHashSet<string> SaidToBe { get; init; } = [];

    /// <summary>Each VPC has one group of this name, which cannot be deleted
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).</summary>
    public bool? IsDefault => Name is null ? null : Name == "default";
}
