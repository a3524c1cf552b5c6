using System.Text.Json;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;
using Remediator.Scenarios.Stories;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Redriving;

/// <summary>Events that died on the function are sent again by <c>remediator redrive</c>, a process of its own.</summary>
public sealed class RedriveTests(RedriveTown town) : Story(town), IClassFixture<RedriveTown>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_that_died_is_redriven_and_the_port_closes(bool destination)
    {
        var group = await Town.Group();
        var dead = await DieAsync(group);
        Assert.Equal(["tcp/22-22 0.0.0.0/0"], await Town.Rules(group));
        using var queue = await DeadLetterQueue.CreateAsync(Town.Account.Places);
        await (destination ? queue.TakeAsDestinationAsync(dead) : queue.TakeAsync(dead));
        await queue.SendAsync("not ours", []);

        var planned = await Redrive(queue, 1, "--dry-run");
        Assert.Equal((0, 2), (planned.GetProperty("sent").GetInt32(), await queue.CountAsync()));

        var sent = Town.Sent.Length;
        var done = await Redrive(queue, 1);
        Assert.Equal((1, 1), (done.GetProperty("sent").GetInt32(), done.GetProperty("left").GetInt32()));
        var again = Town.Sent[sent];
        await again.Ended.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(JsonDocument.Parse(dead.Payload).RootElement.GetProperty("detail").GetProperty("eventID").GetString(), done.GetProperty("messages").EnumerateArray().Single(m => m.GetProperty("status").GetString() == "sent").GetProperty("eventId").GetString());
        if (!destination) Assert.Equal(dead.Payload, again.Payload);
        Assert.Empty(await Town.Rules(group));
        Assert.Equal(1, await queue.CountAsync());
    }

    [Fact]
    public async Task An_event_that_is_sent_twice_is_dealt_with_once()
    {
        var group = await Town.Group();
        var dead = await DieAsync(group);
        using var queue = await DeadLetterQueue.CreateAsync(Town.Account.Places);
        await queue.TakeAsync(dead);
        await queue.TakeAsync(dead);

        var sent = Town.Sent.Length;
        Assert.Equal(2, (await Redrive(queue, 0)).GetProperty("sent").GetInt32());
        await Town.Quiet();

        ImmutableArray<Delivery> twice = [.. Town.Sent[sent..].Where(d => d.Payload == dead.Payload)];
        Assert.Equal(2, twice.Length);
        Assert.Empty(await Town.Rules(group));
        Assert.Single(twice.SelectMany(d => Town.CallsDuring(d)), call => call.Action == "ec2:RevokeSecurityGroupIngress");
    }

    /// <summary>Opens a port while the ledger is out of reach: each attempt is thrown, and the event becomes a dead letter.</summary>
    private async Task<Delivery> DieAsync(string group)
    {
        Town.Account.Aws.Instead = static (call, _) => Task.FromResult(call.Service == "dynamodb" && call.Caller.IsRemediator
            ? AwsAnswer.OfJson(400, """{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"not now"}""")
            : null);
        try
        {
            var handled = await Town.Open(group, Tcp(22, "0.0.0.0/0"));
            Assert.False(handled.End.Succeeded);
            return Town.Account.Invocations.DeadLetters.All.Single(d => d == handled.Delivery);
        }
        finally
        {
            Town.Account.Aws.Instead = static (_, _) => Task.FromResult<AwsAnswer?>(null);
        }
    }

    private async Task<JsonElement> Redrive(DeadLetterQueue queue, int exit, params string[] more)
    {
        var (code, said, complained) = await CommandLineRun.Of(Town.Account.Places, ["redrive", "--queue", queue.Url, "--function", "OnSecurityGroupChange", "--format", "json", .. more]);
        Assert.True(code == exit, $"exit {code}: {said}{complained}");
        return JsonDocument.Parse(said).RootElement;
    }
}
