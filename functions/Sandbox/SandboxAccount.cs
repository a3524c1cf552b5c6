using System.Text.Json.Nodes;
using Amazon.EC2;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Notices;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox;

/// <summary>
/// A whole local AWS account: moto behind the proxy, a topic with a subscriber, EventBridge's rule, and the published function, which
/// has asked for its first event when <see cref="StartAsync"/> returns. Everything ends with it, or with this process.
/// </summary>
public sealed class SandboxAccount : IAsyncDisposable
{
    public const string Account = "111122223333";
    public const string Region = "eu-west-1";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly Stack<IAsyncDisposable> _parts = new();

    private SandboxAccount()
    {
    }

    public SandboxPlaces Places { get; private set; } = null!;

    /// <summary>The proxy: calls, events, and faults for tests.</summary>
    public AwsProxy Aws { get; private set; } = null!;

    /// <summary>Events on their way through the function, and those that died on it.</summary>
    public AsyncInvocations Invocations { get; private set; } = null!;

    public FunctionProcess Function { get; private set; } = null!;

    /// <summary>What the function printed, line by line.</summary>
    public Journal<string> FunctionLines { get; } = new("line of the function");

    /// <summary>What the topic's subscriber received.</summary>
    public Journal<ReceivedNotice> Notices => Aws.Mailbox.Notices;

    /// <summary>Each Security Hub finding as it was after every import and update; the last of an id is its present state.</summary>
    public Journal<JsonObject> Findings => Aws.SecurityHub.History;

    /// <exception cref="SandboxException">Something is missing or does not start: the message says what, and what to do.</exception>
    public static async Task<SandboxAccount> StartAsync(SandboxOptions? options = null, CancellationToken cancellation = default)
    {
        var account = new SandboxAccount();
        try
        {
            await account.StartPartsAsync(options ?? new(), cancellation);
            return account;
        }
        catch
        {
            await account.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands an event to the function as EventBridge would, without asking the rule.</summary>
    public Delivery SendEvent(string json) => Invocations.Send(json);

    /// <summary>Somebody's way to call AWS. The caller disposes of it.</summary>
    public AwsSession As(Caller caller) => new(Aws.Endpoint, caller, Region);

    /// <summary>Somebody's EC2 client. The caller disposes of it.</summary>
    public IAmazonEC2 Ec2As(Caller caller) => new AmazonEC2Client(
        caller.AccessKeyId, caller.SecretKey, new AmazonEC2Config { ServiceURL = Aws.Endpoint.GetLeftPart(UriPartial.Authority), AuthenticationRegion = Region });

    /// <summary>Makes a group in a VPC of its own, waits until the function has dealt with that, and returns its id.</summary>
    public async Task<string> CreateGroupAsync(string name, CancellationToken cancellation = default)
    {
        using var alice = As(Caller.ConsoleUser(Account));
        var vpc = await alice.Ec2Async("CreateVpc", [("CidrBlock", "10.0.0.0/16")], cancellation);
        var group = await alice.Ec2Async(
            "CreateSecurityGroup", [("GroupName", name), ("GroupDescription", "made in the sandbox"), ("VpcId", vpc.Descendants("vpcId").First().Value)],
            cancellation);
        var id = group.Element("groupId")!.Value;
        // INVARIANT: the proxy sends the event before it answers the call, so that the delivery is there by now.
        await Invocations.Sent.All.Last(sent => sent.Payload.Contains(id, StringComparison.Ordinal)).Ended.WaitAsync(StartPatience, cancellation);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
        Invocations?.Dispose();
    }

    private async Task StartPartsAsync(SandboxOptions options, CancellationToken cancellation)
    {
        Invocations = new(options.RetryDelays);
        var moto = Keep(await LocalAws.StartAsync(cancellation));
        ImmutableArray<Caller> callers = [Caller.ConsoleUser(Account), Caller.Remediator(Account), .. options.Callers];
        Aws = Keep(await AwsProxy.StartAsync(moto.Endpoint, Account, callers, read => Invocations.Send(read), options.Port, cancellation));
        Places = new(Account, Region, Aws.Endpoint, $"arn:aws:sns:{Region}:{Account}:remediator-notices");
        var arn = $"arn:aws:lambda:{Region}:{Account}:function:{PublishedFunction.Name}";
        var api = Keep(await LambdaRuntimeApi.StartAsync(Invocations, arn, options.FunctionTimeout, cancellation));
        Function = Keep(FunctionProcess.Start(PublishedFunction.Call(options, Places, api), api, line =>
        {
            FunctionLines.Add(line);
            options.OnFunctionLine(line);
        }));
        await FurnishAsync(cancellation);
        await ReadyAsync(api, cancellation);
    }

    private async Task ReadyAsync(LambdaRuntimeApi api, CancellationToken cancellation)
    {
        try
        {
            await api.Ready.WaitAsync(StartPatience, cancellation);
        }
        catch (TimeoutException)
        {
            var said = Plain.Text(FunctionLines.All.LastOrDefault() ?? "nothing", 300);
            throw new SandboxException($"the function did not ask for its first event within {StartPatience.TotalSeconds} s; its last line: `{said}`");
        }
    }

    /// <summary>The topic and its subscriber; and moto's first EC2 call, which takes seconds, is not made to be anybody's first change.</summary>
    private async Task FurnishAsync(CancellationToken cancellation)
    {
        using var session = As(Caller.CommandLineUser(Account, "AKIASANDBOXSETUP0000"));
        await Task.WhenAll(session.Ec2Async("DescribeSecurityGroupRules", [], cancellation), SubscribeAsync(session, cancellation));
        Aws.Calls.Clear();
        Notices.Clear();
    }

    private async Task SubscribeAsync(AwsSession session, CancellationToken cancellation)
    {
        await session.SnsAsync("CreateTopic", [("Name", Places.TopicArn.Split(':')[^1])], cancellation);
        var mailbox = new Uri(Aws.Endpoint, Mailbox.Path).ToString();
        await session.SnsAsync("Subscribe", [("TopicArn", Places.TopicArn), ("Protocol", "http"), ("Endpoint", mailbox)], cancellation);
        // moto makes the subscription's signing key with its first message.
        await session.SnsAsync("Publish", [("TopicArn", Places.TopicArn), ("Subject", "subscribed"), ("Message", "the mailbox is ready")], cancellation);
    }

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
