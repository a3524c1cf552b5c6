namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Chooses groups, in plain values. Kind: <c>any</c>, <c>id</c>, <c>name</c>, <c>tag</c>, <c>except</c>, <c>both</c>, <c>either</c>;
/// Text is an id, or what a name or the value of tag <c>Tier</c> begins with.</summary>
internal sealed record ModelSelector(string Kind, string Text = "", ModelSelector? One = null, ModelSelector? Other = null);

/// <summary>What is known of a group; null is not known. Retagged: this event changed the tag <c>Tier</c>.</summary>
internal sealed record ModelGroup(string Id, string? Name, bool TagsKnown, string? Tier, bool Retagged);

/// <summary>A prefix list; null entries: not read. AskedInVain: a read did not show it.</summary>
internal sealed record ModelList(string Id, string Name, string Owner, string[]? Entries, bool AskedInVain);

/// <summary>A word for a peer. Kind: <c>anywhere</c>, <c>internet</c>, <c>private</c>, <c>block</c>, <c>self</c>, <c>group</c>, <c>list</c>, <c>foreign</c>.</summary>
internal sealed record ModelTerm(string Kind, string Text = "", ModelSelector? Selector = null);

/// <summary>Each of the services with each of the peers.</summary>
internal sealed record ModelProduct(ServiceBox[] Services, ModelTerm[] Peers);

/// <summary>Anything that forbids. Kind: <c>rule</c>, <c>changes</c> (then Allows is the role that may), or <c>baseline</c> (then Unless is
/// what it names). Action and Undecided: 0 tells, 1 trims, 2 revokes. Max: addresses, blocks of /64; null: no limit.</summary>
internal sealed record ModelRule(
    string Kind, string Id, bool? Ingress, ModelProduct[] Deny, ModelProduct[] Unless, ModelSelector Groups, int Severity, int Action, int Undecided, bool? Enforces)
{
    public bool HasLimit { get; init; }

    public long? MaxIPv4 { get; init; }

    public long? MaxIPv6 { get; init; }

    public string? Allows { get; init; }
}

/// <summary>Peer: a block, <c>pl-…</c> or <c>sg-…</c>.</summary>
internal sealed record ModelPermission(bool Ingress, string Protocol, int? From, int? To, string Peer)
{
    public ServiceBox Box => ServiceBox.OfPermission(Protocol, From, To);

    public string Kind => Peer[..3] switch { "pl-" => "list", "sg-" => "group", _ => "block" };

    public bool IsSameAs(ModelPermission other) => Ingress == other.Ingress && Box == other.Box && Peer == other.Peer;
}

/// <summary>Hours: when it begins and ends, counted from now.</summary>
internal sealed record ModelWaiver(string Id, string GroupId, bool Ingress, ServiceBox[] Services, string[] Blocks, string[] Peers, int From, int Until);

/// <summary>Permissions, a policy and what is known, in plain values. OpenedBy: a role; null: nobody is asked.</summary>
internal sealed record ModelCase(
    bool PolicyEnforces,
    ModelRule[] Rules,
    ModelPermission[] Asked,
    ModelPermission[]? Standing,
    bool IsSweep,
    ModelGroup Own,
    ModelGroup[] Peers,
    ModelList[] Lists,
    ModelWaiver[] Waivers,
    string? OpenedBy);
