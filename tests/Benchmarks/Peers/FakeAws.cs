using System.Collections.Immutable;
using System.Text;
using System.Web;
using Remediator.Benchmarks.Wire;

namespace Remediator.Benchmarks.Peers;

/// <summary>As much of EC2, SNS and Security Hub as one event needs, answered at once and as AWS documents it. Each signature is
/// checked, so that nobody is fast by signing less.</summary>
internal sealed class FakeAws : IDisposable
{
    private readonly List<SeenCall> _calls = [];
    private readonly List<string> _problems = [];
    private readonly Lock _lock = new();
    private readonly WireServer _server;

    public FakeAws() => _server = new(Answer);

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
        var form = service == "securityhub" ? [] : HttpUtility.ParseQueryString(body);
        var call = new SeenCall(request.FirstByteAt, service, form["Action"] ?? $"{request.Method} {request.Path}", request.Method, request.Path, request.Header("content-type"), body);
        var problem = SignedRequest.Problem(request, Peer.SecretKey);
        lock (_lock)
        {
            _calls.Add(call);
            if (problem is not null) _problems.Add($"{call.Operation}: {problem}");
        }

        return AwsAnswers.To(call, form);
    }
}
