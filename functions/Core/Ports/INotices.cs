using Remediator.Findings;

namespace Remediator.Ports;

/// <summary>The topic that people subscribe to, or nothing where none is set.</summary>
public interface INotices
{
    Task<Answer> Publish(Notice notice, CancellationToken cancel);

    /// <summary>The same notice as a chat message, to the topic that a chat channel reads; nothing where none is set.</summary>
    Task<Answer> PublishToChat(Notice notice, CancellationToken cancel) => Task.FromResult(Answer.Ok);
}
