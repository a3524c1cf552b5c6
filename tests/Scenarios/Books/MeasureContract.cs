using Remediator.Containment;
using Remediator.Ports;

namespace Remediator.Scenarios.Books;

public abstract class MeasureContract : Contract
{
    [Fact]
    public async Task What_was_recorded_is_found_by_its_id_whatever_its_kind()
    {
        Assert.Equal((null, null), await Find("a"));
        await Write(Some.Isolation("a"));
        await Write(Some.Block("b"));
        await Write(Some.Suspension("c"));
        var isolation = Assert.IsType<Isolation>((await Books.Measures.Find("a", Cancel)).Value);
        Assert.Equal((1, "eni-1", "vpc-1"), (isolation.Version, isolation.InterfaceId, isolation.VpcId));
        Assert.Equal(["sg-0a", "sg-0b"], isolation.Groups);
        Assert.Equal(Some.Block("b"), (await Books.Measures.Find("b", Cancel)).Value);
        var suspension = Assert.IsType<Suspension>((await Books.Measures.Find("c", Cancel)).Value);
        Assert.Equal((Some.Group, 22, Some.Cause), (suspension.Group, suspension.Permissions.Single().FromPort, suspension.Cause));
        Assert.Equal((null, null), await Find("d"));
    }

    [Fact]
    public async Task A_write_of_another_than_the_next_version_is_refused()
    {
        Assert.IsType<WriteAnswer.Conflict>(await Books.Measures.Write(Some.Isolation("a") with { Version = 2 }, Cancel));
        await Write(Some.Isolation("a"));
        Assert.IsType<WriteAnswer.Conflict>(await Books.Measures.Write(Some.Isolation("a"), Cancel));
        await Write(Some.Isolation("a").Next() with { State = MeasureState.Standing });
        Assert.IsType<WriteAnswer.Conflict>(await Books.Measures.Write(Some.Isolation("a") with { Version = 2 }, Cancel));
        Assert.IsType<WriteAnswer.Conflict>(await Books.Measures.Write(Some.Isolation("a") with { Version = 4 }, Cancel));
        var found = (await Books.Measures.Find("a", Cancel)).Value!;
        Assert.Equal((2, MeasureState.Standing), (found.Version, found.State));
    }

    [Fact]
    public async Task Of_many_who_write_the_next_version_at_once_one_does()
    {
        await Write(Some.Block("a"));
        var answers = await Race(n => Books.Measures.Write(Some.Block("a") with { Version = 2, Number = n }, Cancel));
        var winner = Array.FindIndex(answers, a => a is WriteAnswer.Written);
        Assert.Equal(Racers - 1, answers.OfType<WriteAnswer.Conflict>().Count());
        Assert.Equal(winner, Assert.IsType<AclBlock>((await Books.Measures.Find("a", Cancel)).Value).Number);
    }

    [Fact]
    public async Task Every_one_whose_end_was_not_dealt_with_is_open_in_the_order_in_which_they_were_taken()
    {
        await Write(Some.Block("b") with { At = Noon.AddHours(2) });
        await Write(Some.Isolation("a") with { At = Noon.AddHours(1) });
        await Write(Some.Suspension("long-over") with { At = Noon.AddHours(3), Until = Noon });
        await Write(Some.Suspension("far") with { At = Noon.AddHours(4), Until = Noon.AddYears(3) });
        await Write(Some.Isolation("ended"));
        await Write(Some.Isolation("ended").Next() with { State = MeasureState.Ended, EndedAt = Noon.AddHours(5), EndedBy = "alice" });
        await Write(Some.Block("refused") with { State = MeasureState.Refused, Problem = "full", EndedAt = Noon });
        var open = await Books.Measures.Open(Cancel);
        Assert.Null(open.Problem);
        Assert.Equal(["a", "b", "long-over", "far"], open.Value.Select(m => m.Id));
        Assert.Equal(("ended", null), await Find("ended"));
        Assert.Equal(("refused", null), await Find("refused"));
    }

    [Fact]
    public async Task One_that_is_taken_up_again_after_its_end_is_open_again()
    {
        await Write(Some.Block("a") with { State = MeasureState.Refused, EndedAt = Noon });
        Assert.Empty((await Books.Measures.Open(Cancel)).Value);
        await Write(Some.Block("a") with { Version = 2 });
        Assert.Equal("a", Assert.Single((await Books.Measures.Open(Cancel)).Value).Id);
    }

    [Fact]
    public async Task More_than_one_batch_holds_are_all_there()
    {
        string[] ids = [.. Enumerable.Range(100, 130).Select(n => $"id-{n}")];
        foreach (var id in ids) await Write(Some.Isolation(id));
        Assert.Equal(ids, (await Books.Measures.Open(Cancel)).Value.Select(m => m.Id).Order(StringComparer.Ordinal));
    }

    private async Task Write(Measure measure) => Assert.IsType<WriteAnswer.Written>(await Books.Measures.Write(measure, Cancel));

    private async Task<(string? Id, string? Problem)> Find(string id)
    {
        var read = await Books.Measures.Find(id, Cancel);
        return (read.Value?.Id, read.Problem);
    }
}
