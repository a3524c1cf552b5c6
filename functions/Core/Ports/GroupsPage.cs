using Remediator.Groups;

namespace Remediator.Ports;

/// <summary>What a read of one page of all groups came to.</summary>
public abstract record GroupsPage
{
    private GroupsPage()
    {
    }

    /// <param name="Groups">With permissions, tags, name and VPC; permissions have no <c>sgr-</c> ids and no tags here.</param>
    /// <param name="Unreadable">The groups that hold something that is no permission as we know it, each with what it is; they are not in
    /// <paramref name="Groups"/>.</param>
    /// <param name="Next">The token of the next page; null: this is the last.</param>
    public sealed record Found(ImmutableArray<SecurityGroup> Groups, ImmutableArray<(string GroupId, string Problem)> Unreadable, string? Next) : GroupsPage;

    /// <summary>EC2 does not take the token (any more): only the first page can be asked for.</summary>
    public sealed record TokenRefused(string Problem) : GroupsPage;

    public sealed record Failed(string Problem, bool Retryable) : GroupsPage;
}
