using System.Net;
using System.Text.Json;
using Remediator.Ports;

namespace Remediator.Aws.Tests.SecurityHub;

public sealed class HubResolveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_new_and_notified_become_resolved()
    {
        string?[] workflows = ["NEW", "NOTIFIED", "SUPPRESSED", "RESOLVED", null, "TRIAGED"];
        var findings = Hub.Many(workflows.Length);
        var hub = new Hub(call => IsRead(call) ? Hub.Shown(findings.Select((f, i) => (f.Id, workflows[i]))) : Hub.Updated());
        Assert.Equal(Answer.Ok, await hub.Findings.Resolve(findings, Cancel));
        var update = Assert.Single(hub.Http.Calls, c => !IsRead(c));
        Assert.Equal("PATCH", update.Method);
        Assert.Equal([findings[0].Id, findings[1].Id, findings[4].Id], Hub.Ids(update));
        using var body = JsonDocument.Parse(update.Body);
        Assert.Equal("RESOLVED", body.RootElement.GetProperty("Workflow").GetProperty("Status").GetString());
        Assert.False(body.RootElement.TryGetProperty("Note", out _), "a note would overwrite somebody's own");
    }

    [Fact]
    public async Task Where_nothing_is_to_change_nothing_is_sent()
    {
        var hub = new Hub(call => Hub.Shown(Hub.Ids(call).Select(id => (id, (string?)"SUPPRESSED"))));
        Assert.Equal(Answer.Ok, await hub.Findings.Resolve(Hub.Many(3), Cancel));
        Assert.Single(hub.Http.Calls);
    }

    [Fact]
    public async Task Reads_take_twenty_ids_all_pages_are_read_and_updates_take_a_hundred()
    {
        var findings = Hub.Many(130);
        var hub = new Hub(call =>
        {
            if (!IsRead(call)) return Hub.Updated();
            var ids = Hub.Ids(call);
            return call.Body.Contains("NextToken", StringComparison.Ordinal)
                ? Hub.Shown(ids.Skip(10).Select(id => (id, (string?)"NEW")))
                : Hub.Shown(ids.Take(10).Select(id => (id, (string?)"NEW")), next: "page-2");
        });
        Assert.Equal(Answer.Ok, await hub.Findings.Resolve(findings, Cancel));
        Assert.All(hub.Http.Calls.Where(IsRead), c => Assert.InRange(Hub.Ids(c).Length, 1, 20));
        Assert.Equal([100, 30], hub.Http.Calls.Where(c => !IsRead(c)).Select(c => Hub.Ids(c).Length));
        Assert.Empty(hub.Clock.Waits);
    }

    [Fact]
    public async Task What_was_not_asked_for_is_left_alone()
    {
        var hub = new Hub(call => IsRead(call)
            ? CannedHttp.Reply.Ok($$$"""
                {"Findings":[{"Id":"other","ProductArn":"{{{Hub.Product("eu-west-1")}}}","Workflow":{"Status":"NEW"}},
                {"Id":"{{{Hub.Finding(1).Id}}}","ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/other","Workflow":{"Status":"NEW"}},
                {"Id":"{{{Hub.Finding(1).Id}}}","ProductArn":"{{{Hub.Product("eu-west-1")}}}","Workflow":{"Status":"NEW"}}]}
                """)
            : Hub.Updated());
        Assert.Equal(Answer.Ok, await hub.Findings.Resolve(Hub.Many(1), Cancel));
        Assert.Equal([Hub.Finding(1).Id], Hub.Ids(hub.Http.Calls[^1]));
    }

    [Fact]
    public async Task A_finding_that_is_not_to_be_read_yet_is_waited_for()
    {
        var reads = 0;
        var hub = new Hub(call => !IsRead(call) ? Hub.Updated() : Hub.Shown(++reads < 3 ? [] : [(Hub.Finding(1).Id, "NEW")]));
        Assert.Equal(Answer.Ok, await hub.Findings.Resolve(Hub.Many(1), Cancel));
        Assert.Equal([TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.5)], hub.Clock.Waits);
        Assert.Equal([Hub.Finding(1).Id], Hub.Ids(hub.Http.Calls[^1]));
    }

    [Fact]
    public async Task A_finding_that_never_comes_is_a_retryable_problem_that_names_it()
    {
        var hub = new Hub(_ => Hub.Shown([]));
        var answer = await hub.Findings.Resolve(Hub.Many(2), Cancel);
        Assert.True(answer.Retryable);
        Assert.Contains(Hub.Finding(1).Id, answer.Problem, StringComparison.Ordinal);
        Assert.Equal(5, hub.Http.Calls.Count);
    }

    [Fact]
    public async Task A_concurrent_update_is_read_and_tried_again()
    {
        var updates = 0;
        var hub = new Hub(call => IsRead(call)
            ? Hub.Shown(Hub.Ids(call).Select(id => (id, (string?)"NEW")))
            : ++updates == 1 ? Hub.Updated((Hub.Finding(2).Id, "ConcurrentUpdateError")) : Hub.Updated());
        Assert.Equal(Answer.Ok, await hub.Findings.Resolve(Hub.Many(3), Cancel));
        Assert.Equal([Hub.Finding(2).Id], Hub.Ids(hub.Http.Calls[^1]));
        Assert.Single(hub.Clock.Waits);
    }

    [Fact]
    public async Task What_is_refused_for_good_is_a_problem_and_not_tried_again()
    {
        var hub = new Hub(call => IsRead(call) ? Hub.Shown([(Hub.Finding(1).Id, "NEW")]) : Hub.Updated((Hub.Finding(1).Id, "InvalidInput")));
        var answer = await hub.Findings.Resolve(Hub.Many(1), Cancel);
        Assert.Equal(new Answer($"InvalidInput: Concurrent finding updates detected (finding `{Hub.Finding(1).Id}`)", false), answer);
        Assert.Equal(2, hub.Http.Calls.Count);
    }

    [Fact]
    public async Task A_read_that_fails_changes_nothing()
    {
        var hub = new Hub(_ => new(HttpStatusCode.InternalServerError, "<html>", null));
        var answer = await hub.Findings.Resolve(Hub.Many(1), Cancel);
        Assert.True(answer is { Succeeded: false, Retryable: true });
        Assert.All(hub.Http.Calls, c => Assert.True(IsRead(c)));
    }

    private static bool IsRead(CannedHttp.Call call) => call.Address.AbsolutePath == "/findings";
}
