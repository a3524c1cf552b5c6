using Remediator.Groups;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>What one part of the record, the request or the answer, says was opened or closed, in which group, and what of it is unclear.</summary>
internal sealed class Stated
{
    private readonly List<Permission> _permissions = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _added;

    public IReadOnlyList<Permission> Permissions => _permissions;

    public Gaps Gaps { get; } = new();

    /// <summary>Every group id that this part names, as text with its place.</summary>
    public List<JsonCursor> GroupIds { get; } = [];

    public JsonCursor? GroupName { get; set; }

    /// <summary>Rules (<c>sgr-…</c>) that a revoke names by id alone: what they open, only EC2's answer says.</summary>
    public List<JsonCursor> RuleIds { get; } = [];

    /// <summary>What of those ids could not be read: nobody knows which rules they are.</summary>
    public Gaps UnreadRuleIds { get; } = new();

    /// <summary>The peers of permissions that could not be read, as far as they are known.</summary>
    public List<Peer> UnreadPeers { get; } = [];

    /// <summary>Every permission that stands there, read or not; two rules that open the same are one.</summary>
    public int Count => _permissions.Distinct().Count() + Gaps.Unread;

    /// <summary>How often a permission was met, repetitions included: whether an entry had one.</summary>
    public int Met => _added + Gaps.Unread;

    /// <param name="peer">With a problem, it is known but not well enough to act on.</param>
    public void Add(ServiceFields services, Direction direction, Peer? peer, string problem, string? ruleId, string? description, ImmutableArray<KeyValuePair<string, string>> tags = default)
    {
        _added++;
        string? why = problem;
        var permission = peer is null || problem.Length > 0 ? null : services.With(direction, peer, out why);
        if (permission is null) AddUnread(peer, why ?? "a permission could not be read");
        else if (_seen.Add($"{permission.Content} {ruleId}")) _permissions.Add(permission with { RuleId = ruleId, Description = description, Tags = tags.IsDefault ? [] : tags });
    }

    private void AddUnread(Peer? peer, string why)
    {
        Gaps.UnreadPermission(why);
        if (peer is not null) UnreadPeers.Add(peer);
    }
}
