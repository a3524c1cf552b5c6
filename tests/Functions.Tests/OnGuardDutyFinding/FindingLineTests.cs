using System.Net;
using System.Text;
using System.Text.Json;
using Remediator.Aws.Hosting;
using Remediator.Containment;
using Remediator.Functions.Tests.OnSecurityGroupChange;
using Remediator.Network;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Threats;

namespace Remediator.Functions.Tests.OnGuardDutyFinding;

public sealed class FindingLineTests
{
    private const string Hostile = "‮\u001b[31m`\n\"}";

    private static readonly DateTimeOffset Now = TestFunction.Now;

    [Fact]
    public void A_measure_is_told_with_its_id_and_the_calls_that_were_made()
    {
        var json = OneLine.Of(EventLine.Of(Answered("a", 1), Now, Now));
        var measure = Assert.Single(json.GetProperty("measures").EnumerateArray());
        Assert.Equal(("isolate interface eni-0a", "Taken", "m-1", "a"), (Text(measure, "measure"), Text(measure, "result"), Text(measure, "id"), Text(measure, "detail")));
        Assert.Equal("ModifyNetworkInterfaceAttribute", Text(Assert.Single(json.GetProperty("calls").EnumerateArray()), "operation"));
        Assert.Equal("nothing lets it in", Text(json, "nothingClosedBecause"));
    }

    [Fact]
    public void Whatever_a_finding_holds_it_is_one_line_that_the_log_takes()
    {
        var line = EventLine.Of(Answered(string.Concat(Enumerable.Repeat(Hostile, 200)), 10_000), Now, Now);
        Assert.InRange(Encoding.UTF8.GetByteCount(line), 10_000, 240_000);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\u001b', line);
        Assert.Equal(9_900, OneLine.Of(line).GetProperty("contactsNotListed").GetInt32());
    }

    [Fact]
    public void What_failed_of_a_group_is_counted_with_the_group_alone()
    {
        var group = new Result.Undone(null) { Problems = ["of the group"] };
        var answered = Answered("a", 1) with { Groups = [group] };
        Assert.False(Metrics(answered with { Problems = ["of the group"] }).TryGetProperty("EventsFailed", out _));
        Assert.Equal(1, Metrics(answered with { Problems = ["of the group", "of the finding"] }).GetProperty("EventsFailed").GetInt32());
        Assert.Equal(1, Metrics(answered).GetProperty("MeasuresTaken").GetInt32());
    }

    private static JsonElement Metrics(Result result) => OneLine.Of(MetricsLine.Of(result, "OnGuardDutyFinding", "request", Now)!);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static Result.Answered Answered(string text, int count)
    {
        var threat = new Threat(text, new("Recon:EC2/PortProbeUnprotectedPort", "Recon", "EC2", "PortProbeUnprotectedPort"), 5, "111122223333", "eu-west-1", Now)
        {
            InstanceIds = [.. Enumerable.Repeat(text, count)],
            Contacts = [.. Enumerable.Range(0, count).Select(n => new Contact(new IPAddress(BitConverter.GetBytes(0x0100_000A + (n << 8))), Protocol.Tcp, n))],
        };
        var isolation = new Isolation("m-1", Cause.Of(threat), threat.Account, threat.Region, "eni-0a", "vpc-0a", ["sg-0a"], Now, 1);
        var call = new CallMade("ModifyNetworkInterfaceAttribute", "req-1", text, Now);
        var report = new MeasureReport("isolate interface eni-0a", MeasureResult.Taken, isolation, text, [call]);
        return new(threat, [], [.. Enumerable.Repeat(report, count)], "nothing lets it in") { Problems = [.. Enumerable.Repeat(text, count - 1)], Remarks = [.. Enumerable.Repeat(text, count - 1)] };
    }
}
