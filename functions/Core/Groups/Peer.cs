using Remediator.Network;

namespace Remediator.Groups;

/// <summary>The one other side of a permission. Two peers are the same opening when their <see cref="Key"/> is equal.</summary>
public abstract record Peer
{
    private Peer()
    {
    }

    /// <summary>For people, and canonical.</summary>
    public abstract string Text { get; }

    /// <summary>What EC2 compares: peers with equal keys are one peer, however they were spelled.</summary>
    public virtual string Key => Text;

    public sealed override string ToString() => Text;

    /// <summary>A block of addresses. <paramref name="Spelling"/> is what EC2 or the caller wrote, host bits and all: a revoke must
    /// spell the block as EC2 holds it. Equality is by the block alone.</summary>
    public sealed record Block(Cidr Cidr, string Spelling) : Peer
    {
        public override string Text => Cidr.ToString();

        public bool Equals(Block? other) => other is not null && Cidr == other.Cidr;

        public override int GetHashCode() => Cidr.GetHashCode();
    }

    /// <summary>A managed prefix list (<c>pl-…</c>): its addresses are not in the event.</summary>
    public sealed record PrefixList(string Id) : Peer
    {
        public override string Text => Id;
    }

    /// <summary>Another group's members, or the group's own. <paramref name="Account"/> is sent as UserId when it is another
    /// account's group; <paramref name="PeeringId"/> (<c>pcx-…</c>) when the reference crosses a peering. Equality is by the group's
    /// id alone, which no other account has: a request may leave out the account that EC2's answer shows.</summary>
    public sealed record Group(string GroupId, string? Account, string? PeeringId) : Peer
    {
        public override string Text => Account is null ? GroupId : $"{Account}/{GroupId}";

        public override string Key => GroupId;

        public bool Equals(Group? other) => other is not null && GroupId == other.GroupId;

        public override int GetHashCode() => GroupId.GetHashCode(StringComparison.Ordinal);
    }
}
