using System.Text;
using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Memories;
using Remediator.Remediations;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Memories;

public sealed class MemoryJsonTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Permission Ssh = Ingress(22, "0.0.0.0/0", "sgr-1");

    private static GroupMemory Empty => GroupMemory.None;

    [Fact]
    public void What_is_written_is_read()
    {
        var opening = Opening("e-1") with { Actor = new("arn:aws:sts::111122223333:assumed-role/admin/ana", "arn:aws:iam::111122223333:role/admin", "203.0.113.7", "aws-cli/2", Channel.CommandLine, true) { Service = "cloudformation.amazonaws.com" } };
        var memory = Empty.With([(Ssh, new(opening, "sgr-1")), (Ingress(443, "::/0"), new(Opening("e-2"), null))]) with
        {
            ReadAt = Time,
            Open = Empty.Open.Add("f", new("f", "g", "t", "HIGH", Outcome.Observed, Time, Time, true) { WhileStands = "0011223344556677" }),
        };
        var read = MemoryJson.Read(MemoryJson.Write(memory));
        Assert.Equal(memory.Openings, read.Openings);
        Assert.Equal(memory.Open, read.Open);
        Assert.Equal((memory.ReadAt, opening), (read.ReadAt, read.OpeningOf(Ssh)));
    }

    [Fact]
    public void A_note_from_before_there_were_openings_is_read_as_it_was()
    {
        var read = MemoryJson.Read($$"""{"read":{{Time.ToUnixTimeMilliseconds()}},"since":{"0011223344556677":0},"open":[{"id":"f","generator":"g","title":"t","severity":"LOW","outcome":"Told","since":1,"told":2,"spared":false}]}""");
        Assert.Equal(Time, read.ReadAt);
        Assert.Single(read.Since);
        Assert.Single(read.Open);
        Assert.Empty(read.Openings);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"a":7}""")]
    [InlineData("""{"a":{"event":"e","name":"n","at":"now","arn":"x"}}""")]
    [InlineData("""{"a":{"event":"e","name":"n","at":-1,"arn":"x"}}""")]
    [InlineData("""{"a":{"event":"e","name":"n","at":1.5,"arn":"x"}}""")]
    [InlineData("""{"a":{"event":"e","at":1,"arn":"x"}}""")]
    public void Openings_that_are_none_leave_all_else_as_it_is(string openings)
    {
        var read = MemoryJson.Read($$"""{"read":1,"since":{},"open":[],"openings":{{openings}}}""");
        Assert.NotNull(read.ReadAt);
        Assert.Empty(read.Openings);
    }

    [Fact]
    public void Hostile_texts_are_kept_as_they_are_and_cut()
    {
        var hostile = "\u202e</script>\"\u0000\n`" + new string('x', 298) + "\U0001F600" + new string('y', 100_000);
        var change = new Change("e-1", hostile, Time, "111122223333", "eu-west-1", new("sg-1", null), new(hostile, hostile, hostile, hostile, Channel.Console, null));
        var memory = Empty.With([(Ssh, SeenOpening.Of(change, Ssh with { RuleId = hostile }))]);
        var opening = MemoryJson.Read(MemoryJson.Write(memory)).OpeningOf(Ssh)!;
        Assert.Equal(memory.OpeningOf(Ssh), opening);
        Assert.StartsWith("\u202e</script>\"\u0000\n`xxx", opening.Actor.Arn, StringComparison.Ordinal);
        Assert.EndsWith("…", opening.Actor.UserAgent, StringComparison.Ordinal);
        Assert.InRange(opening.EventName.Length, SeenOpening.Longest - 1, SeenOpening.Longest);
        Assert.DoesNotContain(opening.EventName, char.IsSurrogate);
    }

    [Fact]
    public void A_note_stays_within_its_size_and_loses_the_oldest_openings_first()
    {
        var wide = new string('\u0001', 5_000);
        var seen = Enumerable.Range(0, 150).Select(i => (Ingress(i, "0.0.0.0/0"), SeenOpening.Of(new($"e-{i}", wide, Time.AddMinutes(i), "111122223333", "eu-west-1", new("sg-1", null), new(wide, wide, wide, wide, Channel.Sdk, null)), Ssh)));
        var memory = Empty.With(seen);
        Assert.Equal(100, memory.Openings.Count);
        Assert.Null(memory.OpeningOf(Ingress(49, "0.0.0.0/0")));
        var text = MemoryJson.Write(memory with { Open = Empty.Open.Add("f", new("f", "g", "t", "HIGH", Outcome.Told, Time, Time, false)) });
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 100_000, 290_000);
        var read = MemoryJson.Read(text);
        Assert.Single(read.Open);
        Assert.NotNull(read.OpeningOf(Ingress(149, "0.0.0.0/0")));
        Assert.Null(read.OpeningOf(Ingress(50, "0.0.0.0/0")));
    }

    [Fact]
    public void What_a_read_shows_no_more_is_forgotten_but_for_what_it_may_not_show_yet()
    {
        var memory = Empty.With([(Ssh, new(Opening("e-1"), null)), (Ingress(443, "::/0"), new(Opening("e-2"), null))]);
        Assert.Equal(2, memory.After([Ssh], Time.AddMinutes(50)).Openings.Count);
        var later = memory.After([Ssh], Time.AddMinutes(70));
        Assert.Equal("e-1", Assert.Single(later.Openings.Values).Opening.EventId);
        Assert.NotNull(later.After([Ssh], Time.AddDays(300)).OpeningOf(Ssh));
    }

    [Fact]
    public void Of_two_openings_of_one_content_the_later_counts_whichever_comes_first()
    {
        var (first, second) = (new SeenOpening(Opening("e-1"), "sgr-1"), new SeenOpening(Opening("e-2") with { At = Time.AddMinutes(1) }, "sgr-2"));
        foreach (var memory in new[] { Empty.With([(Ssh, first)]).With([(Ssh, second)]), Empty.With([(Ssh, second)]).With([(Ssh, first)]) })
        {
            Assert.Equal("e-2", memory.OpeningOf(Ssh with { RuleId = "sgr-2" })!.EventId);
            Assert.Equal("e-2", memory.OpeningOf(Ssh with { RuleId = null })!.EventId);
            Assert.Null(memory.OpeningOf(Ssh));
            Assert.Null(memory.OpeningOf(Ingress(22, "::/0")));
        }
    }

    private static Opening Opening(string id) => new(id, "AuthorizeSecurityGroupIngress", Time, new("arn:aws:iam::111122223333:user/ana", null, null, null, Channel.Unknown, null));
}
