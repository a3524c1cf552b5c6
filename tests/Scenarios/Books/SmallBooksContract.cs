using Remediator.Findings;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Scenarios.Books;

/// <summary>The kill switch, the outbox and the notebook.</summary>
public abstract class SmallBooksContract : Contract
{
    [Fact]
    public async Task A_switch_that_nobody_turned_is_null_and_then_as_it_was_turned_last()
    {
        var untouched = await Books.Switch.Read(Cancel);
        Assert.Equal((null, null), (untouched.Value, untouched.Problem));
        var on = new KillSwitch(true, "arn:aws:iam::111122223333:user/bob", "a storm \u202e`", Noon);
        Assert.True((await Books.Switch.Turn(on, Cancel)).Succeeded);
        Assert.Equal(on, (await Books.Switch.Read(Cancel)).Value);
        var off = new KillSwitch(false, "carol", "", Noon.AddHours(1));
        await Books.Switch.Turn(off, Cancel);
        Assert.Equal(off, (await Books.Switch.Read(Cancel)).Value);
    }

    [Fact]
    public async Task Letters_come_when_they_are_due_the_longest_due_first()
    {
        foreach (var (id, minutes) in new[] { ("c", 3), ("a", 1), ("b", 2) }) Assert.True((await Books.Outbox.Put(Letter(id, minutes), Cancel)).Succeeded);
        Assert.Empty(await Due(0, 10));
        Assert.Equal(["a", "b"], (await Due(2, 10)).Select(l => l.Id));
        Assert.Equal(["a", "b"], (await Due(60, 2)).Select(l => l.Id));
        Assert.Equal(["a", "b", "c"], (await Due(60, 10)).Select(l => l.Id));
    }

    [Fact]
    public async Task A_letter_put_again_replaces_the_first_and_one_taken_out_is_gone()
    {
        await Books.Outbox.Put(Letter("a", 1), Cancel);
        await Books.Outbox.Put(Letter("a", 5) with { Tries = 3 }, Cancel);
        Assert.Empty(await Due(4, 10));
        var letter = Assert.IsType<Letter.ToPeople>(Assert.Single(await Due(5, 10)));
        Assert.Equal((3, "subject", Noon.AddMinutes(5)), (letter.Tries, letter.Notice.Subject, letter.Due));
        Assert.True((await Books.Outbox.Remove("a", Cancel)).Succeeded);
        Assert.True((await Books.Outbox.Remove("a", Cancel)).Succeeded);
        Assert.Empty(await Due(60, 10));
    }

    [Fact]
    public async Task A_letter_that_has_taken_the_place_of_another_is_neither_taken_out_nor_put_off_with_it()
    {
        var first = Letter("a", 1);
        await Books.Outbox.Put(first, Cancel);
        await Books.Outbox.Put(Letter("a", 5) with { Tries = 3 }, Cancel);
        Assert.True((await Books.Outbox.Take(first, Cancel)).Succeeded);
        Assert.True((await Books.Outbox.Postpone(first with { Due = Noon.AddMinutes(30), Tries = 1 }, first.Due, Cancel)).Succeeded);
        var second = Assert.Single(await Due(60, 10));
        Assert.Equal((3, Noon.AddMinutes(5)), (second.Tries, second.Due));
        Assert.True((await Books.Outbox.Postpone(second with { Due = Noon.AddMinutes(30), Tries = 4 }, second.Due, Cancel)).Succeeded);
        var third = Assert.Single(await Due(60, 10));
        Assert.Equal((4, Noon.AddMinutes(30)), (third.Tries, third.Due));
        Assert.True((await Books.Outbox.Take(third, Cancel)).Succeeded);
        Assert.Empty(await Due(60, 10));
        Assert.True((await Books.Outbox.Take(third, Cancel)).Succeeded);
        Assert.True((await Books.Outbox.Postpone(third, third.Due, Cancel)).Succeeded);
        Assert.Empty(await Due(60, 10));
    }

    [Fact]
    public async Task A_note_is_replaced_version_by_version()
    {
        var none = await Books.Notebook.Read("n", Cancel);
        Assert.Equal((null, null), (none.Value, none.Problem));
        var first = new Note("n", "one", 1, Noon);
        Assert.IsType<WriteAnswer.Conflict>(await Books.Notebook.Write(first with { Version = 2 }, Cancel));
        Assert.IsType<WriteAnswer.Written>(await Books.Notebook.Write(first, Cancel));
        Assert.IsType<WriteAnswer.Conflict>(await Books.Notebook.Write(first, Cancel));
        var second = new Note("n", new string('x', 300_000), 2, Noon.AddDays(1));
        Assert.IsType<WriteAnswer.Written>(await Books.Notebook.Write(second, Cancel));
        Assert.Equal(second, (await Books.Notebook.Read("n", Cancel)).Value);
    }

    [Fact]
    public async Task Of_many_who_write_a_note_at_once_one_does()
    {
        var answers = await Race(n => Books.Notebook.Write(new("schedule/run", $"holder-{n}", 1, Noon), Cancel));
        var winner = Array.FindIndex(answers, a => a is WriteAnswer.Written);
        Assert.Equal(Racers - 1, answers.OfType<WriteAnswer.Conflict>().Count());
        Assert.Equal($"holder-{winner}", (await Books.Notebook.Read("schedule/run", Cancel)).Value!.Text);
    }

    private static Letter Letter(string id, int minutes) =>
        new Letter.ToPeople(id, Noon, Noon.AddMinutes(minutes), 0, new("notice", "subject", "body", ImmutableSortedDictionary<string, string>.Empty));

    private async Task<ImmutableArray<Letter>> Due(int minutes, int most)
    {
        var read = await Books.Outbox.Due(Noon.AddMinutes(minutes), most, Cancel);
        Assert.Null(read.Problem);
        return read.Value;
    }
}
