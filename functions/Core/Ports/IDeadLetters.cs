namespace Remediator.Ports;

/// <summary>A dead-letter queue.</summary>
public interface IDeadLetters
{
    /// <summary>How long a received message is hidden, unless it is given back.</summary>
    TimeSpan HiddenFor { get; }

    /// <summary>Waits a moment for messages.</summary>
    /// <param name="most">1 to 10.</param>
    Task<DeadLettersReading> Receive(int most, CancellationToken cancel);

    Task<Answer> Delete(DeadLetter letter, CancellationToken cancel);

    /// <summary>Shows it to everybody again at once.</summary>
    Task<Answer> GiveBack(DeadLetter letter, CancellationToken cancel);
}
