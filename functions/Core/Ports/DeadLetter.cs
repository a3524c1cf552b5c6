namespace Remediator.Ports;

/// <summary>One message of a dead-letter queue, received and hidden from everybody else for a while. Whatever it holds is hostile until escaped.</summary>
/// <param name="Id">The same however often the message is received.</param>
/// <param name="Receipt">Names this receipt of it; the newest one deletes it.</param>
/// <param name="Body">As it was sent.</param>
/// <param name="Attributes">Its attributes that are text, by name.</param>
/// <param name="SentAt">When it came into the queue; null where the queue does not say.</param>
public sealed record DeadLetter(string Id, string Receipt, string Body, ImmutableSortedDictionary<string, string> Attributes, DateTimeOffset? SentAt);
