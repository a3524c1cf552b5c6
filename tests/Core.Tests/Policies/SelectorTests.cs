using Remediator.Core.Tests.Network;
using Remediator.Groups;
using Remediator.Policies.Selectors;

namespace Remediator.Core.Tests.Policies;

/// <summary>Laws of selectors over random selectors and groups.</summary>
public class SelectorTests(ITestOutputHelper output)
{
    private const int Loops = 20_000;
    private static readonly int Seed = Effort.Seed(4_711);
    private static readonly string[] Texts = ["a", "ab", "b", "default", "sg-a", "vpc-a", "111122223333"];
    private static readonly string[] Patterns = ["a", "b", "a*", "*b", "?", "*", "ab", "a?", "default", "sg-*", "vpc-?", "1111*"];

    [Fact]
    public void Knowing_more_of_a_group_never_turns_a_choice_round()
    {
        var random = Start();
        for (var loop = Effort.Times(Loops); loop > 0; loop--)
        {
            var selector = Selector(random, 4);
            var whole = Group(random);
            var part = Forget(whole, random);
            var (before, after) = (selector.Choose(part), selector.Choose(whole));
            Assert.True(before == Selection.Unknown || before == after, $"{selector}\n{part}\n{whole}: {before} became {after}");
            Assert.NotEqual(Selection.Unknown, after);
            Assert.Equal(before == Selection.Unknown, selector.Needs(part) != NeededFacts.None);
        }
    }

    [Fact]
    public void Reading_what_is_needed_decides()
    {
        var random = Start();
        for (var loop = Effort.Times(Loops); loop > 0; loop--)
        {
            var selector = Selector(random, 4);
            var whole = Group(random);
            var part = Forget(whole, random);
            var needs = selector.Needs(part);
            var read = part with
            {
                Name = needs.HasFlag(NeededFacts.Fixed) ? whole.Name : part.Name,
                VpcId = needs.HasFlag(NeededFacts.Fixed) ? whole.VpcId : part.VpcId,
                Tags = needs.HasFlag(NeededFacts.Tags) ? whole.Tags : part.Tags,
                IsAttached = needs.HasFlag(NeededFacts.Attached) ? whole.IsAttached : part.IsAttached,
            };
            Assert.Equal(selector.Choose(whole), selector.Choose(read));
        }
    }

    [Fact]
    public void Tag_that_was_just_changed_leaves_the_choice_open_and_never_excludes()
    {
        var random = Start();
        for (var loop = Effort.Times(Loops); loop > 0; loop--)
        {
            var selector = Selector(random, 4);
            var group = Group(random);
            var retagged = group with { RetaggedKeys = ["K"] };
            var (plain, open) = (selector.Choose(group), selector.Choose(retagged));
            Assert.True(open == plain || (open == Selection.Unknown && selector.TagKeys.Any(key => new Pattern(key).Matches("K"))), $"{selector}\n{group}: {plain} became {open}");
        }
    }

    [Fact]
    public void What_is_said_to_be_sure_of_selectors_holds_for_every_group()
    {
        var random = Start();
        var (covers, excludes, empty) = (0, 0, 0);
        for (var loop = Effort.Times(Loops); loop > 0; loop--)
        {
            var (a, b, group) = (Selector(random, 2), Selector(random, 2), Group(random));
            var (byA, byB) = (a.Choose(group) == Selection.Yes, b.Choose(group) == Selection.Yes);
            var logic = new SelectorLogic();
            if (logic.Covers(a, b) && ++covers > 0) Assert.True(byA || !byB, $"{a}\ncovers\n{b}\n{group}");
            if (logic.Excludes(a, b) && ++excludes > 0) Assert.False(byA && byB, $"{a}\nexcludes\n{b}\n{group}");
            if (logic.IsEmpty(a) && ++empty > 0) Assert.False(byA, $"{a}\nis empty\n{group}");
        }

        output.WriteLine($"{covers} covered, {excludes} excluded, {empty} empty");
        Assert.True(covers > 100 && excludes > 100 && empty > 100);
    }

    [Fact]
    public void What_is_said_of_patterns_holds_for_every_short_text()
    {
        string[] letters = ["", "a", "b", "?", "*"];
        string[] patterns = [.. from a in letters from b in letters from c in letters select a + b + c];
        string[] plain = ["", "a", "b"];
        string[] texts = [.. (from a in plain from b in plain from c in plain from d in plain from e in plain select a + b + c + d + e).Distinct()];
        var fits = patterns.Distinct().ToDictionary(p => p, p => texts.Where(new Pattern(p).Matches).ToHashSet());
        foreach (var (one, ofOne) in fits)
        {
            foreach (var (other, ofOther) in fits)
            {
                Assert.True(PatternLogic.Meet(new(one), new(other)) == ofOne.Overlaps(ofOther), $"`{one}` meets `{other}`");
                Assert.True(!PatternLogic.Covers(new(one), new(other)) || ofOther.IsSubsetOf(ofOne), $"`{one}` covers `{other}`");
            }
        }
    }

    [Fact]
    public void Tag_key_with_a_star_stands_for_every_key_that_fits()
    {
        var selector = new GroupSelector.ByTag("aws:*", new("*"));
        GroupFacts Tagged(string key) => new(new GroupKey("111122223333", "eu-west-1", "sg-0a")) { Tags = [KeyValuePair.Create(key, "x")] };

        Assert.Equal(Selection.Yes, selector.Choose(Tagged("aws:cloudformation:stack-name")));
        Assert.Equal(Selection.No, selector.Choose(Tagged("Aws:x")));
        Assert.Equal(Selection.Unknown, selector.Choose(Tagged("Name") with { RetaggedKeys = ["aws:x"] }));
    }

    [Fact]
    public void Two_values_under_a_key_with_a_star_may_both_be_there()
    {
        var (one, other) = (new GroupSelector.ByTag("T*", new("a")), new GroupSelector.ByTag("T*", new("b")));

        Assert.False(new SelectorLogic(10_000).Excludes(one, other));
        Assert.True(new SelectorLogic(10_000).Excludes(new GroupSelector.ByTag("T", new("a")), new GroupSelector.ByTag("T", new("b"))));
    }

    [Fact]
    public void Name_that_would_settle_what_a_changed_tag_leaves_open_is_asked_for()
    {
        var selector = new GroupSelector.Not(new GroupSelector.OneOf([new GroupSelector.ByText(GroupFact.Name, new("db*")), new GroupSelector.ByTag("Tier", new("*"))]));
        var group = new GroupFacts(new GroupKey("111122223333", "eu-west-1", "sg-0a")) { Tags = [KeyValuePair.Create("Tier", "web")], RetaggedKeys = ["Tier"] };

        Assert.Equal(Selection.Unknown, selector.Choose(group));
        Assert.True(selector.Needs(group).HasFlag(NeededFacts.Fixed));
        Assert.Equal(Selection.No, selector.Choose(group with { Name = "db-1" }));
    }

    private Random Start()
    {
        output.WriteLine($"seed {Seed}");
        return new(Seed);
    }

    private static GroupSelector Selector(Random random, int depth) => random.Next(depth > 0 ? 9 : 5) switch
    {
        0 or 1 => new GroupSelector.ByText((GroupFact)random.Next(5), One(Patterns, random)),
        2 => new GroupSelector.ByTag(One(["K", "L", "?", "L*"], random).Text, One(Patterns, random)),
        3 => new GroupSelector.ByDefault(random.Next(2) == 0),
        4 => new GroupSelector.ByAttachment(random.Next(2) == 0),
        5 => new GroupSelector.Not(Selector(random, depth - 1)),
        6 => new GroupSelector.All([.. Some(random, depth)]),
        7 => new GroupSelector.OneOf([.. Some(random, depth)]),
        _ => new GroupSelector.Named("n" + random.Next(1_000_000), Selector(random, depth - 1)),
    };

    private static IEnumerable<GroupSelector> Some(Random random, int depth) => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Selector(random, depth - 1)).ToList();

    private static Pattern One(string[] patterns, Random random) => new(patterns[random.Next(patterns.Length)]);

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];

    /// <summary>Ids of a form that EC2 gives, since emptiness is judged by it.</summary>
    private static GroupFacts Group(Random random) => new(new(random.Next(2) == 0 ? "111122223333" : "444455556666", Text(random), random.Next(2) == 0 ? "sg-a" : "sg-b"))
    {
        Name = Text(random),
        VpcId = random.Next(2) == 0 ? "vpc-a" : "vpc-bc",
        IsAttached = random.Next(2) == 0,
        Tags = random.Next(3) switch { 0 => [], 1 => [new("K", Text(random))], _ => [new("K", Text(random)), new("L", Text(random))] },
    };

    private static GroupFacts Forget(GroupFacts group, Random random) => group with
    {
        Name = random.Next(2) == 0 ? null : group.Name,
        VpcId = random.Next(2) == 0 ? null : group.VpcId,
        Tags = random.Next(2) == 0 ? null : group.Tags,
        IsAttached = random.Next(2) == 0 ? null : group.IsAttached,
    };
}
