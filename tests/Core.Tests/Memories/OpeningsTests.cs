using Remediator.Changes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Pipelines.Guards;
using Remediator.Groups;
using Remediator.Memories;
using Remediator.Policies;
using Remediator.Ports;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Memories;

/// <summary>Who opened a door, when an event told of it and it was left open.</summary>
public sealed class OpeningsTests
{
    private static readonly GroupKey Group = new(Events.Account, Events.Region, FakeEc2.GroupId);
    private static readonly Permission Ssh = Ingress(22, "0.0.0.0/0", "sgr-1");

    private static byte[] OpenedSsh => Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"), ("sgr-2", "tcp", 443, 443, "0.0.0.0/0"));

    [Fact]
    public async Task What_was_observed_is_known_by_who_opened_it_when_and_how()
    {
        var account = new Account(Mode.Observe);
        account.Ec2.Permissions = [Ssh, Ingress(443, "0.0.0.0/0", "sgr-2")];
        await account.Deliver(OpenedSsh);
        var (door, opening) = Assert.Single(await Of(account, Ssh, Ingress(443, "0.0.0.0/0", "sgr-2")));
        Assert.Equal(Ssh, door);
        Assert.Equal(("7e96f0e7-4d78-423d-b3f5-391370685b30", "AuthorizeSecurityGroupIngress", Events.Time), (opening.EventId, opening.EventName, opening.At));
        Assert.Equal(("arn:aws:iam::111122223333:user/alice", "198.51.100.9", Channel.Console), (opening.Actor.Arn, opening.Actor.SourceAddress, opening.Actor.Via));
    }

    [Fact]
    public async Task What_was_closed_at_once_needs_no_memory()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ssh];
        await account.Deliver(OpenedSsh);
        Assert.Empty(await Of(account, Ssh));
    }

    [Fact]
    public async Task What_could_not_be_closed_is_known_by_who_opened_it()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ssh];
        account.Ec2.Objects = _ => new RevokeAnswer.Refused("r-1", "UnauthorizedOperation: no", false);
        Assert.NotEmpty((await account.Deliver(OpenedSsh)).Problems);
        Assert.Equal("7e96f0e7-4d78-423d-b3f5-391370685b30", Assert.Single(await Of(account, Ssh)).Value.EventId);
        Assert.Empty(MemoryJson.Read((await account.Books.Notebook.Read(Notes.OfGroup(Group), TestContext.Current.CancellationToken)).Value!.Text).Open);
    }

    [Fact]
    public async Task What_a_waiver_covers_is_known_by_who_opened_it()
    {
        var account = new Guarded();
        await account.Waive(22, "0.0.0.0/0", TimeSpan.FromHours(1));
        await account.Deliver(22);
        Assert.Single(await new Openings(account.Account.Books.Notebook).Of(Guarded.Group, [Ingress(22, "0.0.0.0/0")], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_closed_and_opened_again_unseen_is_not_laid_at_the_door_of_the_first()
    {
        var account = new Account(Mode.Observe);
        account.Ec2.Permissions = [Ssh];
        await account.Deliver(OpenedSsh);
        Assert.Empty(await Of(account, Ssh with { RuleId = "sgr-9" }));
        Assert.Single(await Of(account, Ssh with { RuleId = null }));
    }

    [Fact]
    public async Task A_modified_rule_is_known_in_the_direction_that_it_has()
    {
        var account = new Account(Mode.Observe);
        account.Ec2.Permissions = [Ssh];
        await account.Deliver(Events.Modify("sgr-1", "tcp", 22, 22, "0.0.0.0/0"));
        Assert.Equal("ModifySecurityGroupRules", Assert.Single(await Of(account, Ssh)).Value.EventName);
    }

    [Fact]
    public async Task Nothing_is_known_of_another_group_or_of_one_whose_note_is_none_or_cannot_be_read()
    {
        var account = new Account(Mode.Observe);
        account.Ec2.Permissions = [Ssh];
        await account.Deliver(OpenedSsh);
        Assert.Empty(await new Openings(account.Books.Notebook).Of(Group with { GroupId = "sg-other" }, [Ssh], TestContext.Current.CancellationToken));
        Assert.Empty(await new Openings(new Unreadable()).Of(Group, [Ssh], TestContext.Current.CancellationToken));
        await account.Books.Notebook.Write(new(Notes.OfGroup(Group), "not ours", 2, DateTimeOffset.MaxValue), TestContext.Current.CancellationToken);
        Assert.Empty(await Of(account, Ssh));
    }

    private static Task<ImmutableDictionary<Permission, Remediator.Findings.Opening>> Of(Account account, params ImmutableArray<Permission> doors) =>
        new Openings(account.Books.Notebook).Of(Group, doors, TestContext.Current.CancellationToken);

    private sealed class Unreadable : INotebook
    {
        public Task<Reading<Note>> Read(string name, CancellationToken cancel) => Task.FromResult(new Reading<Note>(null, "ProvisionedThroughputExceededException: slowly"));

        public Task<WriteAnswer> Write(Note note, CancellationToken cancel) => throw new InvalidOperationException("nothing is written");
    }
}
