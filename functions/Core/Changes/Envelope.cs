namespace Remediator.Changes;

/// <summary>What names an event and says where it happened. The envelope's account and region are the ones acted on.</summary>
internal sealed record Envelope(string EventId, DateTimeOffset Time, string Account, string Region, string? RequestId);
