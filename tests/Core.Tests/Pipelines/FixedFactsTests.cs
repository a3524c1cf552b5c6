using System.Globalization;
using Remediator.Groups;
using Remediator.Steps;

namespace Remediator.Core.Tests.Pipelines;

public sealed class FixedFactsTests
{
    private readonly FixedFacts _facts = new();

    [Fact]
    public void Only_what_never_changes_is_kept()
    {
        _facts.Learn(Group(1) with { Tags = [KeyValuePair.Create("Tier", "web")] });
        var known = _facts.Of(Key(1));
        Assert.Equal(("web", "vpc-0a"), (known.Name, known.VpcId));
        Assert.Null(known.Tags);
        Assert.Null(known.IsAttached);
    }

    [Fact]
    public void A_read_that_does_not_name_the_group_teaches_nothing()
    {
        _facts.Learn(Group(1) with { VpcId = null });
        Assert.Equal(new GroupFacts(Key(1)), _facts.Of(Key(1)));
    }

    [Fact]
    public void The_oldest_is_forgotten_when_there_are_too_many()
    {
        for (var i = 0; i <= FixedFacts.MostGroups; i++) _facts.Learn(Group(i));
        Assert.Null(_facts.Of(Key(0)).Name);
        Assert.Equal("web", _facts.Of(Key(1)).Name);
        Assert.Equal("web", _facts.Of(Key(FixedFacts.MostGroups)).Name);
    }

    private static GroupKey Key(int i) => new(Events.Account, Events.Region, $"sg-{i.ToString(CultureInfo.InvariantCulture)}");

    private static SecurityGroup Group(int i) => new(Key(i), "web", "vpc-0a", []);
}
