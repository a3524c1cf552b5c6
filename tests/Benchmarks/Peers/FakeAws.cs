using System.Collections.Immutable;
using System.Text;
using System.Web;
using Remediator.Benchmarks.Wire;

namespace Remediator.Benchmarks.Peers;

/// <summary>As much of EC2, SNS, Security Hub and DynamoDB as one event needs, answered at once and as AWS documents it. Each signature
/// is checked, so that nobody is fast by signing less.</summary>
internal sealed class FakeAws : IDisposable
{
    private readonly List<SeenCall> _calls = [];
    private readonly List<string> _problems = [];
    private readonly Lock _lock = new();
    private readonly WireServer _server;

    public FakeAws() => _server = new(Answer);

    /// <summary>How far away the ledger's table is: the time from the arrival of a call to its answer.</summary>
    public TimeSpan TableDelay { get; set; }

    public Uri Endpoint => new($"http://{_server.Address}");

    /// <summary>The calls since the last taking, in the order in which they began.</summary>
    public ImmutableArray<SeenCall> TakeCalls()
    {
        lock (_lock)
        {
            if (_problems.Count > 0) throw new BenchmarkException(_problems[0]);
            ImmutableArray<SeenCall> calls = [.. _calls.OrderBy(c => c.FirstByteAt)];
            _calls.Clear();
            return calls;
        }
    }

    public void Dispose() => _server.Dispose();

    private WireAnswer Answer(WireRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body);
        var service = SignedRequest.Service(request);
        var form = service is "securityhub" or "dynamodb" ? [] : HttpUtility.ParseQueryString(body);
        var target = request.Header("x-amz-target").Split('.')[^1];
        var call = new SeenCall(request.FirstByteAt, service, target.Length > 0 ? target : form["Action"] ?? $"{request.Method} {request.Path}", request.Method, request.Path, request.Header("content-type"), body);
        var problem = SignedRequest.Problem(request, Peer.SecretKey);
        lock (_lock)
        {
            _calls.Add(call);
            if (problem is not null) _problems.Add($"{call.Operation}: {problem}");
        }

        if (call.IsOfTable) Thread.Sleep(TableDelay);
        return call.IsOfTable ? TableAnswers.To(call) : AwsAnswers.To(call, form);
    }
}
