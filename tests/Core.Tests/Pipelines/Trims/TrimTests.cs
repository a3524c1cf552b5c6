using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Account;
using static Remediator.Core.Tests.Pipelines.Trims.TrimStory;

namespace Remediator.Core.Tests.Pipelines.Trims;

public sealed class TrimTests
{
    public static TheoryData<string> Stories => [.. Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_trim_ends_with_the_pieces_and_without_what_was_forbidden(string name)
    {
        var story = Begin(name);
        var judged = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));

        Assert.Equal(story.Remain.Select(p => p.Content).Order(), story.Account.Ec2.Permissions!.Select(p => p.Content).Order());
        Assert.Empty(judged.Problems);
        Assert.Equal(story.SomebodyWasFaster ? Outcome.Gone : Outcome.Trimmed, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(story.SomebodyWasFaster ? 0 : 1, story.Account.Topic.Notices.Count);
    }

    [Fact]
    public async Task The_pieces_are_authorised_only_after_a_read_and_before_the_wide_one_is_revoked()
    {
        var story = Begin("plain");
        await story.Account.Deliver(Event);
        Assert.Equal(
            [
                "Ledger Claim", "Read " + FakeEc2.GroupId, "Ledger Record", "Ledger Intend",
                $"Authorize Ingress {string.Join(" + ", Assert.Single(story.Account.Ec2.Authorizations).Permissions.Select(p => p.Content))}",
                "Ledger Record", "Revoke Ingress " + Wide.Content,
            ],
            story.Account.Calls.Take(7));
        Assert.Single(story.Account.Ec2.Revocations);
    }

    [Fact]
    public async Task Description_and_tags_go_to_the_pieces_but_for_the_tags_of_AWS_and_that_is_told()
    {
        var story = Begin("plain");
        story.Account.Ec2.Permissions![1] = Wide with { Tags = [KeyValuePair.Create("Owner", "ana"), KeyValuePair.Create("aws:cloudformation:stack-name", "shop")] };
        var judged = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));
        Assert.All(Assert.Single(story.Account.Ec2.Authorizations).Permissions, p =>
        {
            Assert.Equal("for a demo", p.Description);
            Assert.Equal([KeyValuePair.Create("Owner", "ana")], p.Tags);
        });
        Assert.Contains("aws:cloudformation:stack-name", Assert.Single(judged.Handled).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_full_group_the_widest_piece_takes_the_place_of_the_wide_one_and_what_is_lost_is_told()
    {
        var story = Begin("full");
        var judged = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));
        Assert.Contains($"Modify sgr-1 {Above.Content}", story.Account.Calls);
        Assert.Equal(("sgr-1", "for a demo"), story.Account.Ec2.Permissions!.Where(p => p.Equals(Above)).Select(p => (p.RuleId, p.Description)).Single());
        Assert.Empty(story.Account.Ec2.Revocations);
        var detail = Assert.Single(judged.Handled).Detail;
        Assert.Contains(Below.Content, detail, StringComparison.Ordinal);
        Assert.Contains(Office.Content, detail, StringComparison.Ordinal);
        Assert.Contains("the group takes no more rules", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_group_is_full_and_the_rule_cannot_be_changed_it_is_revoked()
    {
        var story = Begin("full");
        story.Account.Ec2.ObjectsToModify = _ => new ModifyAnswer.Refused("req-9", "UnauthorizedOperation: no", false);
        var judged = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));
        Assert.DoesNotContain(Wide, story.Account.Ec2.Permissions!);
        var handled = Assert.Single(judged.Handled);
        Assert.Equal(Outcome.Revoked, handled.Outcome);
        Assert.Contains("UnauthorizedOperation", handled.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_piece_may_be_authorised_the_wide_one_goes_all_the_same()
    {
        var story = Begin("plain");
        story.Account.Ec2.AuthorizeRefusals.Enqueue(new AuthorizeAnswer.Refused("req-9", "UnauthorizedOperation: no", false));
        var judged = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.DoesNotContain(Wide, story.Account.Ec2.Permissions!);
    }

    [Fact]
    public async Task A_group_that_cannot_be_read_has_the_wide_one_revoked()
    {
        var story = Begin("plain");
        story.Account.Ec2.StaleReads.Enqueue(new GroupReading.Failed("UnauthorizedOperation: no", false));
        var judged = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(story.Account.Ec2.Authorizations);
    }

    [Fact]
    public async Task An_authorize_whose_answer_was_lost_and_that_was_carried_out_is_ours_to_take_back()
    {
        var story = Begin("revoke finds nothing");
        story.Account.Ec2.LosesAuthorizeAnswer = true;
        var judged = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));
        Assert.Equal(Outcome.Gone, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(story.Remain.Select(p => p.Content), story.Account.Ec2.Permissions!.Select(p => p.Content));
    }

    [Fact]
    public async Task Pieces_that_a_read_does_not_show_yet_are_taken_back_all_the_same()
    {
        var story = Begin("revoke finds nothing");
        story.Account.Ec2.AfterAuthorize = () =>
        {
            for (var i = 0; i < 2; i++) story.Account.Ec2.StaleReads.Enqueue(FakeEc2.Shown(Events.Account, Events.Region, [.. story.Remain]));
        };
        await story.Account.Deliver(Event);
        Assert.Equal(story.Remain.Select(p => p.Content), story.Account.Ec2.Permissions!.Select(p => p.Content));
    }

    [Fact]
    public async Task A_piece_that_somebody_has_changed_or_removed_since_is_not_taken_back()
    {
        var story = Begin("revoke finds nothing");
        var ec2 = story.Account.Ec2;
        var wideGoes = ec2.BeforeRevoke!;
        ec2.BeforeRevoke = () =>
        {
            wideGoes();
            var at = ec2.Permissions!.FindIndex(p => p.Equals(Above));
            ec2.Permissions[at] = Ingress(8080, "10.0.0.0/8", ec2.Permissions[at].RuleId);
            ec2.Permissions.RemoveAll(p => p.Equals(Below));
        };
        await story.Account.Deliver(Event);
        Assert.Equal([.. story.Remain.Select(p => p.Content), "ingress tcp/8080 10.0.0.0/8"], ec2.Permissions!.Select(p => p.Content));
    }

    [Fact]
    public async Task A_wide_one_that_is_already_gone_has_no_piece_created_for_it()
    {
        var story = Begin("plain");
        story.Account.Ec2.Permissions!.Remove(Wide);
        var judged = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));
        Assert.Equal(Outcome.Gone, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(story.Account.Ec2.Authorizations);
        Assert.Empty(story.Account.Topic.Notices);
    }

    [Fact]
    public async Task The_undo_of_a_trim_puts_the_wide_one_back_as_it_was_and_takes_the_created_pieces_away()
    {
        var story = Begin("pieces existing");
        await story.Account.Deliver(Event);
        var entry = Assert.Single(((LoggedLedger)story.Account.World.Ledger).Entries);
        var back = Assert.Single(Assert.Single(entry.Undo).Permissions);
        Assert.Equal((Wide, "for a demo", "ana"), (back, back.Description, back.Tags.Single().Value));
        var away = Assert.Single(entry.UndoCreated);
        Assert.Equal([Office.Content, Above.Content], away.Permissions.Select(p => p.Content).Order(StringComparer.Ordinal));
        Assert.All(away.Permissions, p => Assert.NotNull(p.RuleId));
    }

    [Fact]
    public async Task Observing_a_trim_changes_nothing()
    {
        var account = new Account(AdminPortsTrim(), Mode.Observe);
        account.Ec2.Permissions = [Wide];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Event));
        Assert.Equal(Outcome.Observed, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(account.Ec2.Authorizations);
        Assert.Single(account.Ec2.Permissions);
    }

    private static Policy AdminPortsTrim() => AdminPorts(RuleAction.Trim);
}
