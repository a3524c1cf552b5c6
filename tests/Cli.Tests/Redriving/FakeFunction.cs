using System.Text;
using Remediator.Ports;

namespace Remediator.Cli.Tests.Redriving;

internal sealed class FakeFunction : IEventFunction
{
    /// <summary>What it accepted, in order.</summary>
    public List<string> Accepted { get; } = [];

    public int Calls { get; private set; }

    /// <summary>Given to the next calls, which then hand over nothing.</summary>
    public Queue<SendAnswer> Answers { get; } = new();

    /// <summary>The process dies once Lambda has the event.</summary>
    public bool DiesAfterwards { get; set; }

    public Task<SendAnswer> Send(ReadOnlyMemory<byte> happened, CancellationToken cancel)
    {
        Calls++;
        if (Answers.TryDequeue(out var planned)) return Task.FromResult(planned);
        Accepted.Add(Encoding.UTF8.GetString(happened.Span));
        if (DiesAfterwards) throw new DiedException();
        return Task.FromResult(SendAnswer.Accepted);
    }

    internal sealed class DiedException : Exception;
}
