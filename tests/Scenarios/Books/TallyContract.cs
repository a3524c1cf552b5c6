using Remediator.Ports;

namespace Remediator.Scenarios.Books;

public abstract class TallyContract : Contract
{
    [Fact]
    public async Task A_mark_counts_once_however_often_it_is_added()
    {
        Assert.Equal(["a", "b"], Added(await Add(2, "a", "b")));
        Assert.Equal(["a", "b"], Added(await Add(2, "b", "a")));
        Assert.Equal(["a", "b"], Added(await Add(2, "b")));
    }

    [Fact]
    public async Task What_does_not_fit_adds_nothing_and_says_what_is_held()
    {
        Assert.Equal(["a", "b"], Added(await Add(3, "a", "b")));
        Assert.Equal(["a", "b"], Full(await Add(3, "c", "d")));
        Assert.Equal(["a", "b", "c"], Added(await Add(3, "c")));
        Assert.Equal(["a", "b", "c"], Full(await Add(3, "d")));
    }

    [Fact]
    public async Task More_marks_than_the_tally_may_hold_are_refused_from_the_start() => Assert.Empty(Full(await Add(2, "a", "b", "c")));

    [Fact]
    public async Task Marks_that_are_in_it_already_need_no_room()
    {
        await Add(null, "a", "b", "c");
        Assert.Equal(["a", "b", "c", "d"], Added(await Add(4, "b", "c", "d")));
        Assert.Equal(["a", "b", "c", "d"], Full(await Add(4, "d", "e")));

        // It holds more than allowed by now: what is in it is still in it.
        Assert.Equal(["a", "b", "c", "d"], Added(await Add(2, "a", "b", "c")));
        Assert.Equal(["a", "b", "c", "d"], Added(await Add(0, "a")));
    }

    [Fact]
    public async Task No_marks_add_nothing()
    {
        Assert.Empty(Added(await Add(0)));
        await Add(1, "a");
        Assert.Equal(["a"], Added(await Add(0)));
    }

    [Fact]
    public async Task What_is_taken_out_makes_room()
    {
        await Add(2, "a", "b");
        Assert.True((await Books.Tallies.Remove("t", ["a", "x"], Cancel)).Succeeded);
        Assert.Equal(["b", "c"], Added(await Add(2, "c")));
        Assert.True((await Books.Tallies.Remove("t", ["b", "c"], Cancel)).Succeeded);
        Assert.True((await Books.Tallies.Remove("t", ["b"], Cancel)).Succeeded);
        Assert.True((await Books.Tallies.Remove("never", ["b"], Cancel)).Succeeded);
        Assert.Equal(["d", "e"], Added(await Add(2, "d", "e")));
    }

    [Fact]
    public async Task Tallies_know_nothing_of_each_other()
    {
        await Add(1, "a");
        Assert.Equal(["a"], Added(await Books.Tallies.Add("another", ["a"], 1, Noon.AddHours(1), Cancel)));
    }

    [Fact]
    public async Task Of_many_who_add_at_once_so_many_fit_as_may()
    {
        var answers = await Race(n => Add(7, $"mark-{n}"));
        Assert.Equal(7, answers.OfType<TallyAnswer.Added>().Count());
        Assert.Equal(Racers - 7, answers.OfType<TallyAnswer.Full>().Count());
        Assert.Equal(7, Added(await Add(0)).Count());
    }

    [Fact]
    public async Task Of_many_who_add_the_same_at_once_all_succeed_and_it_counts_once()
    {
        var answers = await Race(n => Add(2, "a", n % 2 == 0 ? "b" : "a"));
        Assert.All(answers, a => Assert.IsType<TallyAnswer.Added>(a));
        Assert.Equal(["a", "b"], Added(await Add(0)));
    }

    private Task<TallyAnswer> Add(int? most, params string[] marks) => Books.Tallies.Add("t", [.. marks], most, Noon.AddHours(1), Cancel);

    private static IEnumerable<string> Added(TallyAnswer answer) => Assert.IsType<TallyAnswer.Added>(answer).All.Order(StringComparer.Ordinal);

    private static IEnumerable<string> Full(TallyAnswer answer) => Assert.IsType<TallyAnswer.Full>(answer).All.Order(StringComparer.Ordinal);
}
