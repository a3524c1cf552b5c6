using Remediator.Findings;

namespace Remediator.Ports;

/// <summary>The topic that people subscribe to, or nothing where none is set.</summary>
public interface INotices
{
    Task<Answer> Publish(Notice notice, CancellationToken cancel);
}
