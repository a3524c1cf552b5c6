using System.Diagnostics;
using System.Text.Json.Nodes;
using Remediator.Sandbox.CloudTrail;
using Remediator.Sandbox.Ec2;
using Remediator.Sandbox.Faults;
using Remediator.Sandbox.Http;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Notices;
using Remediator.Sandbox.SecurityHub;

namespace Remediator.Sandbox.Proxy;

/// <summary>
/// Stands where AWS stands for everybody in the Sandbox: answers as AWS documents where moto does not, sends everything else on to moto,
/// notes each call, and hands what CloudTrail would record to EventBridge (here: <see cref="Events"/> and a function).
/// </summary>
public sealed class AwsProxy : IAsyncDisposable
{
    // moto answers in threads, and its TransactWriteItems restores whole tables when a condition fails, with what others wrote meanwhile:
    // one call at a time.
    private readonly SemaphoreSlim _dynamoDb = new(1);
    private readonly MotoLink _moto;
    private readonly Ec2Answers _ec2;
    private readonly LambdaAnswers _lambda;
    private readonly Trail _trail;
    private readonly Action<string> _deliver;
    private readonly ImmutableArray<Caller> _callers;
    private readonly string _account;
    private LoopbackServer? _server;

    private AwsProxy(Uri moto, string account, ImmutableArray<Caller> callers, Action<string> deliver)
    {
        _moto = new(moto, account);
        _ec2 = new(_moto);
        _lambda = new(name => LineOf(name));
        _trail = new(account, TimeProvider.System);
        SecurityHub = new(account);
        (_account, _callers, _deliver) = (account, callers, deliver);
    }

    public Uri Endpoint => _server!.Endpoint;

    /// <summary>Every call, in the order of their answers.</summary>
    public Journal<CallRecord> Calls { get; } = new("AWS call");

    /// <summary>Every event that CloudTrail would have sent, delivered to the function or not.</summary>
    public Journal<JsonObject> Events { get; } = new("event");

    /// <summary>What a test lets AWS do instead of answering (an error, a delay); null: answer as usual.</summary>
    public Func<AwsCall, CancellationToken, Task<AwsAnswer?>> Instead { get; set; } = (_, _) => Task.FromResult<AwsAnswer?>(null);

    /// <summary>What is to go wrong with the functions' calls.</summary>
    public FaultBoard Faults { get; } = new();

    /// <summary>Where the functions run, so that each of their calls is known by the event that it was made for.</summary>
    internal Func<IEnumerable<ExecutionEnvironment>> Environments { get; set; } = () => [];

    /// <summary>The line of the function of a name; null: there is none.</summary>
    internal Func<string, AsyncInvocations?> LineOf { get; set; } = _ => null;

    internal Mailbox Mailbox { get; } = new();

    internal SecurityHubAnswers SecurityHub { get; }

    /// <param name="deliver">Receives each event that an EventBridge rule admits.</param>
    /// <param name="port">Where to listen; 0: any free port.</param>
    public static async Task<AwsProxy> StartAsync(
        Uri moto, string account, ImmutableArray<Caller> callers, Action<string> deliver, int port = 0, CancellationToken cancellation = default)
    {
        var proxy = new AwsProxy(moto, account, callers, deliver);
        proxy._server = await LoopbackServer.StartAsync(proxy.AnswerAsync, port, cancellation);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _dynamoDb.Dispose();
        _ec2.Dispose();
        _moto.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == Mailbox.Path)
        {
            await Mailbox.ReceiveAsync(context);
            return;
        }
        var call = await AwsCall.ReadAsync(context.Request, WhoHas);
        var environment = Environments().FirstOrDefault(one => one.Living == call.Caller);
        if (environment is null && call.Caller.IsProcess)
            context.Abort(); // the last words of a process that is no more
        else
            await new Exchange(context, call, environment, Faults, Record, CarryOutAsync).RunAsync();
    }

    /// <summary>The caller hanging up does not undo what AWS already does: nothing of this is cancelled.</summary>
    private async Task<AwsAnswer> CarryOutAsync(AwsCall call, CallRecord begun)
    {
        var answer = await AnswerAsync(call, CancellationToken.None);
        Record(begun with { Status = answer.Status, Error = answer.Error });
        Emit(call, answer);
        return answer;
    }

    private void Record(CallRecord call) => Calls.Add(call with { AnsweredAt = Stopwatch.GetTimestamp() });

    private async Task<AwsAnswer> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        Mailbox.NoteAttributes(call);
        return await Instead(call, cancellation)
            ?? call.Service switch
            {
                "ec2" => await _ec2.AnswerAsync(call, cancellation),
                "securityhub" => SecurityHub.Answer(call),
                "lambda" => _lambda.Answer(call),
                "dynamodb" => await AloneAsync(call, cancellation),
                _ => null,
            }
            ?? await _moto.ForwardAsync(call, cancellation);
    }

    private async Task<AwsAnswer> AloneAsync(AwsCall call, CancellationToken cancellation)
    {
        await _dynamoDb.WaitAsync(cancellation);
        try
        {
            return await _moto.ForwardAsync(call, cancellation);
        }
        finally
        {
            _dynamoDb.Release();
        }
    }

    private void Emit(AwsCall call, AwsAnswer answer)
    {
        if (_trail.Event(call, answer) is not { } read)
            return;
        Events.Add(read);
        if (EventPattern.OnSecurityGroupChange.Values.Any(rule => rule.Matches(read)))
            _deliver(Trail.Text(read));
    }

    private Caller WhoHas(string accessKeyId) =>
        Environments().Select(one => one.Living).Concat(_callers).FirstOrDefault(caller => caller?.AccessKeyId == accessKeyId)
        ?? Caller.CommandLineUser(_account, accessKeyId);
}
