using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>What must be written on groups and permissions, and where it is not.</summary>
public sealed class RequirementsTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly GroupFacts Known = new(new GroupKey("111122223333", "eu-west-1", Given.Group))
    {
        Name = "web-sg",
        Description = "web servers",
        VpcId = "vpc-0a",
        Tags = [new("Environment", "dev"), new("Owner", "")],
        IsAttached = true,
    };

    private static readonly GroupDemands NoGroupDemands = new(null, null, [], null);
    private static readonly PermissionDemands NoDemands = new(null, null, [], null, false);

    [Fact]
    public void Lapses_of_a_group_that_has_all_that_is_asked_are_none() => Assert.Empty(OfGroup(new(
        new("*-sg"), new("?*"), [new("Environment", [new("dev"), new("prod")]), new("Owner", [new("*")])], true)));

    [Fact]
    public void Lapses_of_a_group_name_what_was_expected_and_what_was_read() => Assert.Equal(
        [
            "expected a name like `*-group`, read `web-sg`",
            "expected a description like `SG-*`, read `web servers`",
            "expected a tag `Environment` like `prod` or `test`, read `dev`",
            "expected a tag `CostCentre` like `*`, read no such tag",
            "expected no network interface that carries it, read at least one",
        ],
        OfGroup(new(new("*-group"), new("SG-*"), [new("Environment", [new("prod"), new("test")]), new("CostCentre", [new("*")])], false)));

    [Fact]
    public void Lapses_of_a_group_that_nothing_carries_say_that_it_is_unused() =>
        Assert.Equal(["expected a network interface that carries it, read none: the group is unused"], OfGroup(NoGroupDemands with { Attached = true }, Known with { IsAttached = false }));

    [Fact]
    public void Lapses_of_facts_that_were_not_read_are_neither_broken_nor_fulfilled() => Assert.Equal(
        [
            "perhaps: expected a name like `*`, read nothing: the name was not asked for",
            "perhaps: expected a description like `*`, read nothing: the description was not asked for",
            "perhaps: expected a tag `Owner` like `*`, read no tags at all: they were not asked for",
            "perhaps: expected a network interface that carries it, read nothing: its interfaces were not asked for",
        ],
        OfGroup(new(new("*"), new("*"), [new("Owner", [new("*")])], true), new(Known.Key)));

    [Fact]
    public void Lapses_of_a_group_quote_what_others_wrote_so_that_it_forges_nothing()
    {
        var text = Assert.Single(OfGroup(NoGroupDemands with { Name = new("ok`") }, Known with { Name = "bad`\nname\u202E" + new string('x', 200) }));
        Assert.StartsWith("expected a name like `ok\\u0060`, read `bad\\u0060\\u000aname\\u202exxx", text, StringComparison.Ordinal);
        Assert.EndsWith("…`", text, StringComparison.Ordinal);
        Assert.True(text.Length < 150);
    }

    [Fact]
    public void Lapses_of_permissions_are_those_of_the_direction_that_is_asked()
    {
        var demands = NoDemands with { Direction = Direction.Ingress, Description = new("SG-???-*") };
        var (good, bad) = (Given.Opening("tcp", 443, 443, "0.0.0.0/0") with { Description = "SG-001-web" }, Given.Opening("tcp", 22, 22, "0.0.0.0/0") with { Description = "ssh" });
        var none = Given.Opening("tcp", 80, 80, "0.0.0.0/0");
        var lapses = Requirements.Lapses(Policy(null, demands), Known, [good, bad, none, bad with { Direction = Direction.Egress }], Today);
        Assert.Equal(
            ["ingress tcp/22 0.0.0.0/0: expected a description like `SG-???-*`, read `ssh`", "ingress tcp/80 0.0.0.0/0: expected a description like `SG-???-*`, read no description"],
            lapses.Select(l => $"{l.Permission}: {Shown(l)}"));
        Assert.Equal(3, Requirements.Lapses(Policy(null, demands with { Direction = null }), Known, [good, bad, none, bad with { Direction = Direction.Egress }], Today).Length);
    }

    [Fact]
    public void Lapses_of_tags_on_rules_are_known_only_where_rules_were_read_one_by_one()
    {
        var demands = NoDemands with { Tags = [new("Justification", [new("?*")])] };
        var unread = Given.Opening("tcp", 22, 22, "0.0.0.0/0");
        Assert.Equal(["perhaps: expected a tag `Justification` like `?*`, read no tags at all: they were not asked for"], OfPermission(demands, unread));
        Assert.Equal(["expected a tag `Justification` like `?*`, read no such tag"], OfPermission(demands, unread with { RuleId = "sgr-1" }));
        Assert.Equal(["expected a tag `Justification` like `?*`, read ``"], OfPermission(demands, unread with { Tags = [new("Justification", "")] }));
        Assert.Empty(OfPermission(demands, unread with { Tags = [new("Justification", "because")] }));
    }

    [Theory]
    [InlineData("web, review 2026-11-20", null)]
    [InlineData("2027-01-31", null)]
    [InlineData("2027-01-31 or 2020-01-01", null)]
    [InlineData("2026-11-19", "2026-11-19")]
    [InlineData("was 2026-01-01, now 2027-01-01", "2026-01-01")]
    [InlineData("2027-02-30", "no date in `2027-02-30`")]
    [InlineData("2027-02-30, so 2027-02-28", null)]
    [InlineData("order 12027-01-01", "no date in `order 12027-01-01`")]
    [InlineData("order 2027-01-011", "no date in `order 2027-01-011`")]
    [InlineData("2027-1-31", "no date in `2027-1-31`")]
    [InlineData("٢٠٢٧-01-31", "no date in `\\u0662\\u0660\\u0662\\u0667-01-31`")]
    [InlineData("", "nothing")]
    [InlineData(null, "nothing")]
    public void Lapses_of_review_dates_are_none_until_the_day_is_past(string? text, string? read)
    {
        var permission = Given.Opening("tcp", 22, 22, "0.0.0.0/0") with { RuleId = "sgr-1" };
        Assert.Equal(
            read is null ? [] : [$"expected a review date YYYY-MM-DD in the description that is not past, read {read}"],
            OfPermission(NoDemands with { ReviewInDescription = true }, permission with { Description = text }));
        Assert.Equal(
            read is null ? [] : [$"expected a review date YYYY-MM-DD in tag `ReviewDate` that is not past, read {read}"],
            OfPermission(NoDemands with { ReviewTag = "ReviewDate" }, permission with { Tags = text is null ? [new("Other", "2030-01-01")] : [new("ReviewDate", text)] }));
    }

    [Fact]
    public void Lapses_of_a_review_tag_that_was_not_read_are_not_known() => Assert.Equal(
        ["perhaps: expected a review date YYYY-MM-DD in tag `ReviewDate` that is not past, read no tags at all: they were not asked for"],
        OfPermission(NoDemands with { ReviewTag = "ReviewDate" }, Given.Opening("tcp", 22, 22, "0.0.0.0/0")));

    [Fact]
    public void Lapses_are_asked_of_the_groups_that_the_requirement_chooses()
    {
        Policy For(GroupSelector groups) => Given.Policy() with { Requirements = [Requirement(NoGroupDemands with { Name = new("x") }, null) with { Groups = groups }] };
        var tagged = new GroupSelector.All([new GroupSelector.ByTag("Tier", new("web")), new GroupSelector.ByAttachment(true), new GroupSelector.ByText(GroupFact.Vpc, new("vpc-*"))]);
        Assert.Single(Requirements.Lapses(For(GroupSelector.Any), Known, [], Today));
        Assert.Empty(Requirements.Lapses(For(new GroupSelector.Not(GroupSelector.Any)), Known, [], Today));
        var lapse = Assert.Single(Requirements.Lapses(For(tagged), new GroupFacts(Known.Key), [], Today));
        Assert.Equal("perhaps: expected to know whether the requirement is about the group, read nothing of the group's name and VPC, tags, attachment", Shown(lapse));
        Assert.Null(lapse.Permission);
    }

    [Fact]
    public void Lapses_come_in_the_order_of_the_policy_group_before_permissions()
    {
        var both = Requirement(NoGroupDemands with { Name = new("x") }, NoDemands with { Description = new("?*") });
        var policy = Given.Policy() with { Requirements = [both with { Id = "A" }, both with { Id = "B" }] };
        Assert.Equal(
            ["A group", "A permission", "B group", "B permission"],
            Requirements.Lapses(policy, Known, [Given.Opening("tcp", 22, 22, "0.0.0.0/0")], Today).Select(l => $"{l.Requirement.Id} {(l.Permission is null ? "group" : "permission")}"));
    }

    private static IEnumerable<string> OfGroup(GroupDemands demands, GroupFacts? group = null) => Requirements.Lapses(Policy(demands, null), group ?? Known, [], Today).Select(Shown);

    private static IEnumerable<string> OfPermission(PermissionDemands demands, Permission permission) =>
        Requirements.Lapses(Policy(null, demands), Known, [permission], Today).Select(Shown);

    private static Policy Policy(GroupDemands? ofGroup, PermissionDemands? ofPermission) => Given.Policy() with { Requirements = [Requirement(ofGroup, ofPermission)] };

    private static Requirement Requirement(GroupDemands? ofGroup, PermissionDemands? ofPermission) =>
        new("DOC001", "documented", GroupSelector.Any, ofGroup, ofPermission, Severity.Low, "tests say so", [], new Place("policy.yaml", 1, 1));

    private static string Shown(Lapse lapse) => $"{(lapse.IsKnown ? "" : "perhaps: ")}expected {lapse.Expected}, read {lapse.Read}";
}
