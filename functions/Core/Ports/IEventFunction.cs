namespace Remediator.Ports;

/// <summary>A function that takes events and answers nothing.</summary>
public interface IEventFunction
{
    /// <summary>Hands it one event, byte for byte. Accepted: it is in the function's own queue, with that queue's retries before it.</summary>
    Task<SendAnswer> Send(ReadOnlyMemory<byte> happened, CancellationToken cancel);
}
