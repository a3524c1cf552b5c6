namespace Remediator.Cli.Redriving;

/// <summary>How a dead letter carries its event.</summary>
internal enum LetterForm
{
    /// <summary>The body is the event: a function's own dead-letter queue, or that of a rule's target.</summary>
    Event,

    /// <summary>The event is the <c>requestPayload</c> of what an on-failure destination receives.</summary>
    Destination,
}
