using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;
using Remediator.Changes;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>The function reads the event's own bytes. These tests hold its reading against the official type of the envelope.</summary>
public sealed class EnvelopeTests
{
    private static readonly DateTimeOffset Time = TestFunction.Now;

    [Fact]
    public void What_the_official_envelope_type_writes_is_read_as_it_was_meant()
    {
        var envelope = TrailEvents.Envelope(Time, TrailEvents.Record(Time, "0.0.0.0/0", 22));
        var change = Assert.IsType<Change>(ChangeReader.Read(TrailEvents.Bytes(envelope)));
        Assert.Equal((envelope.Account, envelope.Region, (DateTimeOffset)envelope.Time), (change.Account, change.Region, change.Time));
        Assert.Equal(envelope.Detail.GetProperty("eventID").GetString(), change.EventId);
        Assert.Equal(["ingress tcp/22 0.0.0.0/0"], change.Permissions.Select(p => p.Content));
    }

    [Fact]
    public void An_event_is_the_same_change_before_and_after_the_official_type_read_and_wrote_it()
    {
        var before = TrailEvents.Authorize(Time, "203.0.113.0/25", 443);
        var envelope = JsonSerializer.Deserialize<CloudWatchEvent<JsonElement>>(before, TrailEvents.Json)!;
        var after = TrailEvents.Bytes(envelope);
        var (was, now) = (Assert.IsType<Change>(ChangeReader.Read(before)), Assert.IsType<Change>(ChangeReader.Read(after)));
        Assert.Equal(was.Permissions.Select(p => (p.Content, p.RuleId)), now.Permissions.Select(p => (p.Content, p.RuleId)));
        Assert.Equal(was with { Permissions = [] }, now with { Permissions = [] });
    }

    [Theory]
    [InlineData("aws.ec2", "Scheduled Event")]
    [InlineData("aws.events", "AWS API Call via CloudTrail")]
    public void Another_source_or_detail_type_is_never_a_change(string source, string type)
    {
        var envelope = TrailEvents.Envelope(Time, TrailEvents.Record(Time, "0.0.0.0/0", 22));
        (envelope.Source, envelope.DetailType) = (source, type);
        Assert.IsNotType<Change>(ChangeReader.Read(TrailEvents.Bytes(envelope)));
    }

    [Fact]
    public void An_envelope_of_another_account_than_its_record_is_an_error()
    {
        var envelope = TrailEvents.Envelope(Time, TrailEvents.Record(Time, "0.0.0.0/0", 22));
        envelope.Account = "444455556666";
        Assert.IsType<Unreadable>(ChangeReader.Read(TrailEvents.Bytes(envelope)));
    }
}
