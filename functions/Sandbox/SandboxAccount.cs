using System.Text.Json.Nodes;
using Amazon.EC2;
using Remediator.Sandbox.CloudTrail;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Ledger;
using Remediator.Sandbox.Notices;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox;

/// <summary>
/// A whole local AWS account: moto behind the proxy, the ledger's table, a topic with a subscriber, EventBridge's rule, and the published
/// functions; the one that handles events has asked for its first when <see cref="StartAsync"/> returns. Everything ends with it, or with
/// this process.
/// </summary>
public sealed class SandboxAccount : IAsyncDisposable
{
    public const string Account = "111122223333";
    public const string Region = "eu-west-1";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SchedulePatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan FindingPatience = TimeSpan.FromSeconds(60);
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly SemaphoreSlim _starting = new(1);
    private readonly SandboxOptions _options;
    private ImmutableArray<ExecutionEnvironment> _environments = [];
    private LambdaFunction? _schedule;
    private LambdaFunction? _findings;

    private SandboxAccount(SandboxOptions options) => (_options, Invocations) = (options, new(options.RetryDelays));

    public SandboxPlaces Places { get; private set; } = null!;

    /// <summary>The proxy: calls, events, and faults for tests.</summary>
    public AwsProxy Aws { get; private set; } = null!;

    /// <summary>Events on their way through the function, and those that died on it.</summary>
    public AsyncInvocations Invocations { get; }

    /// <summary>How many processes handle events side by side.</summary>
    public int Processes => _options.Processes;

    /// <summary>What the functions printed, line by line.</summary>
    public Journal<string> FunctionLines { get; } = new("line of the function");

    /// <summary>Whether an event that a rule admits is handed to the function at once; a test may keep one back, and send it later, twice
    /// or never.</summary>
    public Func<string, bool> Delivers { get; set; } = _ => true;

    /// <summary>What the topic's subscriber received.</summary>
    public Journal<ReceivedNotice> Notices => Aws.Mailbox.Notices;

    /// <summary>Each Security Hub finding as it was after every import and update; the last of an id is its present state.</summary>
    public Journal<JsonObject> Findings => Aws.SecurityHub.History;

    /// <exception cref="SandboxException">Something is missing or does not start: the message says what, and what to do.</exception>
    public static async Task<SandboxAccount> StartAsync(SandboxOptions? options = null, CancellationToken cancellation = default)
    {
        var account = new SandboxAccount(options ?? new());
        try
        {
            await account.StartPartsAsync(cancellation);
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

    /// <summary>Runs OnSchedule once, as EventBridge does every few minutes, and waits for its end.</summary>
    /// <exception cref="SandboxException">There is no such published function, or it cannot start.</exception>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public async Task<Attempt> ScheduleAsync(CancellationToken cancellation = default)
    {
        await OnceAsync(async () => _schedule ??= await RunAsync(PublishedFunction.Schedule, 1, new([]), cancellation), cancellation);
        return await _schedule!.Invocations.Send(ScheduledEvent.Text(Account, Region)).Ended.WaitAsync(SchedulePatience, cancellation);
    }

    /// <summary>Hands a GuardDuty finding to its function as EventBridge would, and waits until that has dealt with it.</summary>
    /// <exception cref="SandboxException">There is no such published function, or it cannot start.</exception>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public async Task<Delivery> FindingAsync(string json, CancellationToken cancellation = default)
    {
        await OnceAsync(async () => _findings ??= await RunAsync(PublishedFunction.Findings, 1, new(_options.RetryDelays), cancellation), cancellation);
        var delivery = _findings!.Invocations.Send(json);
        await delivery.Ended.WaitAsync(FindingPatience, cancellation);
        return delivery;
    }

    /// <summary>Somebody's way to call AWS. The caller disposes of it.</summary>
    public AwsSession As(Caller caller) => new(Aws.Endpoint, caller, Region);

    /// <summary>Somebody's EC2 client. The caller disposes of it.</summary>
    public IAmazonEC2 Ec2As(Caller caller) => new AmazonEC2Client(
        caller.AccessKeyId, caller.SecretKey, new AmazonEC2Config { ServiceURL = Aws.Endpoint.GetLeftPart(UriPartial.Authority), AuthenticationRegion = Region });

    /// <summary>Makes a group in a VPC of its own, waits until the function has dealt with that, and returns its id.</summary>
    public async Task<string> CreateGroupAsync(string name, CancellationToken cancellation = default) =>
        await CreateGroupAsync(name, await CreateVpcAsync(cancellation), cancellation);

    public async Task<string> CreateGroupAsync(string name, string vpc, CancellationToken cancellation = default)
    {
        using var alice = As(Caller.ConsoleUser(Account));
        var group = await alice.Ec2Async("CreateSecurityGroup", [("GroupName", name), ("GroupDescription", "made in the sandbox"), ("VpcId", vpc)], cancellation);
        var id = group.Element("groupId")!.Value;
        // INVARIANT: the proxy sends the event before it answers the call, so that the delivery is there by now.
        await Invocations.Sent.All.Last(sent => sent.Payload.Contains(id, StringComparison.Ordinal)).Ended.WaitAsync(StartPatience, cancellation);
        return id;
    }

    public async Task<string> CreateVpcAsync(CancellationToken cancellation = default)
    {
        using var alice = As(Caller.ConsoleUser(Account));
        return (await alice.Ec2Async("CreateVpc", [("CidrBlock", "10.0.0.0/16")], cancellation)).Descendants("vpcId").First().Value;
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
        Invocations.Dispose();
        _starting.Dispose();
    }

    private async Task StartPartsAsync(CancellationToken cancellation)
    {
        var moto = Keep(await LocalAws.StartAsync(cancellation));
        ImmutableArray<Caller> callers = [Caller.ConsoleUser(Account), Caller.Remediator(Account), .. _options.Callers];
        Aws = Keep(await AwsProxy.StartAsync(moto.Endpoint, Account, callers, Deliver, _options.Port, cancellation));
        Aws.Environments = () => _environments;
        Aws.LineOf = name => name switch
        {
            PublishedFunction.Name => Invocations,
            PublishedFunction.Findings => _findings?.Invocations,
            _ => null,
        };
        Places = new(Account, Region, Aws.Endpoint, $"arn:aws:sns:{Region}:{Account}:remediator-notices");
        var furnished = FurnishAsync(cancellation);
        await RunAsync(PublishedFunction.Name, _options.Processes, Invocations, cancellation);
        await furnished;
        Aws.Calls.Clear();
        Notices.Clear();
    }

    private void Deliver(string read)
    {
        if (Delivers(read))
            Invocations.Send(read);
    }

    /// <summary>Starts what is only started when it is asked for.</summary>
    private async Task OnceAsync(Func<Task> start, CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            await start();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A published function, at work when this returns.</summary>
    private async Task<LambdaFunction> RunAsync(string name, int processes, AsyncInvocations invocations, CancellationToken cancellation)
    {
        var function = Keep(await LambdaFunction.StartAsync(name, processes, invocations, _options, Places, Say, cancellation));
        ImmutableInterlocked.Update(ref _environments, running => running.AddRange(function.Environments));
        try
        {
            await function.ReadyAsync(StartPatience, cancellation);
            return function;
        }
        catch (TimeoutException)
        {
            var said = Plain.Text(FunctionLines.All.LastOrDefault() ?? "nothing", 300);
            throw new SandboxException($"{name} did not ask for its first event within {StartPatience.TotalSeconds} s; its last line: `{said}`");
        }
    }

    private void Say(string line)
    {
        FunctionLines.Add(line);
        _options.OnFunctionLine(line);
    }

    /// <summary>The table, the topic and its subscriber; and moto's first EC2 call, which takes seconds, is not made to be anybody's first change.</summary>
    private async Task FurnishAsync(CancellationToken cancellation)
    {
        using var session = As(Caller.CommandLineUser(Account, "AKIASANDBOXSETUP0000"));
        await Task.WhenAll(
            session.Ec2Async("DescribeSecurityGroupRules", [], cancellation), LedgerTable.CreateAsync(session, cancellation: cancellation), SubscribeAsync(session, cancellation));
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
