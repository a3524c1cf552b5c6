namespace Remediator.Cli.Redriving;

/// <summary>What became of one dead letter.</summary>
internal enum LetterFate
{
    /// <summary>Only looked at.</summary>
    WouldSend,

    /// <summary>Lambda accepted the event, and the message is deleted.</summary>
    Sent,

    /// <summary>Lambda accepted the event; the message is still in the queue.</summary>
    SentNotDeleted,

    /// <summary>Still in the queue, not sent.</summary>
    Left,
}
