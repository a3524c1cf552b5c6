using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>A peer that a policy names other than by addresses. What it stands for hangs on the permission and on what was read.</summary>
public abstract record PeerSymbol
{
    private PeerSymbol()
    {
    }

    /// <summary>As an author writes it.</summary>
    public abstract string Text { get; }

    public sealed override string ToString() => Text;

    /// <summary><c>group:web</c>, <c>group:sg-0123</c>: references to a group that the selector chooses. Never addresses: a block is
    /// no group, even where the group's members live in it.</summary>
    public sealed record Group(GroupSelector Selector, string Name) : PeerSymbol
    {
        public override string Text { get; } = $"group:{Name}";
    }

    /// <summary><c>self</c>: a reference of the group to itself.</summary>
    public sealed record Self : PeerSymbol
    {
        public override string Text => "self";
    }

    /// <summary><c>prefix-list:pl-0123</c> or <c>prefix-list:NAME</c>: the addresses of its entries, and every reference to it.</summary>
    public sealed record PrefixList(string IdOrName) : PeerSymbol
    {
        public override string Text { get; } = $"prefix-list:{IdOrName}";
    }

    /// <summary><c>foreign-prefix-list</c>: references to a list whose owner is neither AWS, nor the group's account, nor one of the
    /// policy's <c>organisation</c>.</summary>
    public sealed record ForeignPrefixList : PeerSymbol
    {
        public override string Text => "foreign-prefix-list";
    }
}
