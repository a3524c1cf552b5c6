using Remediator.Groups;

namespace Remediator.Policies.Selectors;

/// <summary>Chooses groups. A selector never guesses: what hangs on a fact that is not known is <see cref="Selection.Unknown"/>.</summary>
public abstract record GroupSelector
{
    public static readonly GroupSelector Any = new All([]);

    private GroupSelector()
    {
    }

    /// <summary>Everything of it that is not known of the group, among what could change the choice.</summary>
    public NeededFacts Needs(GroupFacts group) => Choose(group) == Selection.Unknown ? Lacks(group) : NeededFacts.None;

    /// <summary>As the group is now. What the selector may have chosen until this event changed tags is not known: no rule lets a group
    /// go without a word.</summary>
    public Selection Choose(GroupFacts group)
    {
        if (group.RetaggedKeys.IsEmpty) return Decide(group);
        var now = Decide(group with { RetaggedKeys = [] });
        return now == Selection.No && Decide(group) != Selection.No ? Selection.Unknown : now;
    }

    /// <summary>The tags that the selector looks at, each by its key or by a pattern of keys.</summary>
    public abstract IEnumerable<string> TagKeys { get; }

    /// <summary>With every tag that this event changed unknown.</summary>
    protected abstract Selection Decide(GroupFacts group);

    protected abstract NeededFacts Lacks(GroupFacts group);

    /// <summary>As <see cref="Needs"/>, for a part of a selector: what the whole may have chosen before the event hangs on it too.</summary>
    private NeededFacts NeedsOfPart(GroupFacts group) => Decide(group) == Selection.Unknown ? Lacks(group) : NeededFacts.None;

    /// <summary>A group of the policy's <c>groups</c>, by name.</summary>
    public sealed record Named(string Name, GroupSelector Meaning) : GroupSelector
    {
        public override IEnumerable<string> TagKeys => Meaning.TagKeys;

        protected override Selection Decide(GroupFacts group)
        {
            if (group.SaidToBe.Contains(Name)) return Selection.Yes;
            var chosen = Meaning.Decide(group);
            // A test that says what the group is says what it is not as well.
            return chosen == Selection.Unknown && !group.SaidToBe.IsEmpty ? Selection.No : chosen;
        }

        protected override NeededFacts Lacks(GroupFacts group) => Meaning.Lacks(group);
    }

    /// <summary>Chosen by every one of these; all groups when there are none.</summary>
    public sealed record All(ImmutableArray<GroupSelector> Of) : GroupSelector
    {
        public override IEnumerable<string> TagKeys => Of.SelectMany(s => s.TagKeys);

        protected override Selection Decide(GroupFacts group)
        {
            var least = Selection.Yes;
            foreach (var selector in Of)
                if (selector.Decide(group) is var chosen && chosen < least) least = chosen;
            return least;
        }

        protected override NeededFacts Lacks(GroupFacts group) => Of.Aggregate(NeededFacts.None, (sum, s) => sum | s.NeedsOfPart(group));
    }

    /// <summary>Chosen by at least one of these.</summary>
    public sealed record OneOf(ImmutableArray<GroupSelector> Of) : GroupSelector
    {
        public override IEnumerable<string> TagKeys => Of.SelectMany(s => s.TagKeys);

        protected override Selection Decide(GroupFacts group)
        {
            var most = Selection.No;
            foreach (var selector in Of)
                if (selector.Decide(group) is var chosen && chosen > most) most = chosen;
            return most;
        }

        protected override NeededFacts Lacks(GroupFacts group) => Of.Aggregate(NeededFacts.None, (sum, s) => sum | s.NeedsOfPart(group));
    }

    /// <summary>Chosen where the other is not (<c>except</c>).</summary>
    public sealed record Not(GroupSelector Other) : GroupSelector
    {
        public override IEnumerable<string> TagKeys => Other.TagKeys;

        protected override Selection Decide(GroupFacts group) => Selection.Yes - (int)Other.Decide(group);

        protected override NeededFacts Lacks(GroupFacts group) => Other.NeedsOfPart(group);
    }

    /// <summary>By a fact of which one text is asked: id, name, VPC, account or region.</summary>
    public sealed record ByText(GroupFact Fact, Pattern Pattern) : GroupSelector
    {
        public override IEnumerable<string> TagKeys => [];

        protected override Selection Decide(GroupFacts group) => Read(group) is { } text
            ? Pattern.Matches(text) ? Selection.Yes : Selection.No
            : Selection.Unknown;

        protected override NeededFacts Lacks(GroupFacts group) => NeededFacts.Fixed;

        private string? Read(GroupFacts group) => Fact switch
        {
            GroupFact.Id => group.Key.GroupId,
            GroupFact.Account => group.Key.Account,
            GroupFact.Region => group.Key.Region,
            GroupFact.Name => group.Name,
            _ => group.VpcId,
        };
    }

    /// <summary>By a tag whose key is this, or fits it where it is written with <c>*</c> or <c>?</c>, and whose value matches.</summary>
    public sealed record ByTag(string Key, Pattern Value) : GroupSelector
    {
        private readonly Pattern _keys = new(Key);

        public override IEnumerable<string> TagKeys => [Key];

        /// <summary>The key is one word, and no pattern of many.</summary>
        public bool IsOneKey => !Key.AsSpan().ContainsAny('*', '?');

        protected override Selection Decide(GroupFacts group)
        {
            if (group.Tags is not { } tags || group.RetaggedKeys.Any(_keys.Matches)) return Selection.Unknown;
            return tags.Any(t => _keys.Matches(t.Key) && Value.Matches(t.Value)) ? Selection.Yes : Selection.No;
        }

        protected override NeededFacts Lacks(GroupFacts group) => NeededFacts.Tags;
    }

    /// <summary>The default group of its VPC, or any but that.</summary>
    public sealed record ByDefault(bool IsDefault) : GroupSelector
    {
        public override IEnumerable<string> TagKeys => [];

        protected override Selection Decide(GroupFacts group) => group.IsDefault is { } known
            ? known == IsDefault ? Selection.Yes : Selection.No
            : Selection.Unknown;

        protected override NeededFacts Lacks(GroupFacts group) => NeededFacts.Fixed;
    }

    /// <summary>Carried by a network interface, or by none.</summary>
    public sealed record ByAttachment(bool IsAttached) : GroupSelector
    {
        public override IEnumerable<string> TagKeys => [];

        protected override Selection Decide(GroupFacts group) => group.IsAttached is { } known
            ? known == IsAttached ? Selection.Yes : Selection.No
            : Selection.Unknown;

        protected override NeededFacts Lacks(GroupFacts group) => NeededFacts.Attached;
    }
}
