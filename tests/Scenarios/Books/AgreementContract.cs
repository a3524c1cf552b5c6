using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Scenarios.Books;

public abstract class AgreementContract : Contract
{
    private static readonly Lease Lease = new(Some.Ingress(443), LeaseState.Opening, null);

    [Fact]
    public async Task What_was_granted_is_found_by_its_group_and_by_its_id()
    {
        Assert.Equal((null, null), await Find("a"));
        Assert.Empty(await Of());
        await Write(Some.Agreement("a") with { Lease = Lease });
        var found = Assert.Single(await Of());
        Assert.Equal(("a", 1, LeaseState.Opening, Noon.AddHours(8)), (found.Waiver.Id, found.Version, found.Lease!.State, found.Waiver.Until));
        Assert.Equal(("a", null), await Find("a"));
        Assert.Empty((await Books.Agreements.Of(Some.Group with { GroupId = "sg-0" }, Cancel)).Value);
    }

    [Fact]
    public async Task A_write_of_another_than_the_next_version_is_refused()
    {
        Assert.IsType<WriteAnswer.Conflict>(await Books.Agreements.Write(Some.Agreement("a", 2), Cancel));
        await Write(Some.Agreement("a"));
        Assert.IsType<WriteAnswer.Conflict>(await Books.Agreements.Write(Some.Agreement("a"), Cancel));
        await Write(Some.Agreement("a", 2) with { ForetoldAt = Noon });
        Assert.IsType<WriteAnswer.Conflict>(await Books.Agreements.Write(Some.Agreement("a", 2), Cancel));
        Assert.IsType<WriteAnswer.Conflict>(await Books.Agreements.Write(Some.Agreement("a", 4), Cancel));
        var found = (await Books.Agreements.Find("a", Cancel)).Value!;
        Assert.Equal((2, Noon), (found.Version, found.ForetoldAt));
    }

    [Fact]
    public async Task Of_many_who_write_the_next_version_at_once_one_does()
    {
        await Write(Some.Agreement("a"));
        var answers = await Race(n => Books.Agreements.Write(Some.Agreement("a", 2) with { ForetoldAt = Noon.AddMinutes(n) }, Cancel));
        var winner = Array.FindIndex(answers, a => a is WriteAnswer.Written);
        Assert.Equal(Racers - 1, answers.OfType<WriteAnswer.Conflict>().Count());
        Assert.Equal(Noon.AddMinutes(winner), (await Books.Agreements.Find("a", Cancel)).Value!.ForetoldAt);
    }

    [Fact]
    public async Task Every_one_whose_end_was_not_dealt_with_is_open_past_its_end_too_in_the_order_of_their_ends()
    {
        await Write(Some.Agreement("b", hours: 9));
        await Write(Some.Agreement("a", hours: 8, group: Some.Group with { GroupId = "sg-0b" }));
        await Write(Some.Agreement("over", hours: 7));
        await Write(Some.Agreement("over", 2, hours: 7) with { EndedAt = Noon.AddHours(7) });
        await Write(Some.Agreement("c", hours: 30_000));
        var open = await Books.Agreements.Open(Cancel);
        Assert.Null(open.Problem);
        Assert.Equal(["a", "b", "c"], open.Value.Select(a => a.Waiver.Id));
        Assert.Equal(["over", "b", "c"], (await Of()).Select(a => a.Waiver.Id));
        Assert.Equal(("over", null), await Find("over"));
    }

    [Fact]
    public async Task More_than_one_page_and_one_batch_hold_are_all_there()
    {
        string[] ids = [.. Enumerable.Range(100, 130).Select(n => $"id-{n}")];
        foreach (var id in ids) await Write(Some.Agreement(id) with { Lease = Lease });
        Assert.Equal(ids, (await Of()).Select(a => a.Waiver.Id).Order(StringComparer.Ordinal));
        Assert.Equal(ids, (await Books.Agreements.Open(Cancel)).Value.Select(a => a.Waiver.Id).Order(StringComparer.Ordinal));
    }

    private async Task Write(Agreement agreement) => Assert.IsType<WriteAnswer.Written>(await Books.Agreements.Write(agreement, Cancel));

    private async Task<ImmutableArray<Agreement>> Of()
    {
        var read = await Books.Agreements.Of(Some.Group, Cancel);
        Assert.Null(read.Problem);
        return read.Value;
    }

    private async Task<(string? Id, string? Problem)> Find(string id)
    {
        var read = await Books.Agreements.Find(id, Cancel);
        return (read.Value?.Waiver.Id, read.Problem);
    }
}
