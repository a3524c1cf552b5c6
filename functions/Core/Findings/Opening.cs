using Remediator.Changes;

namespace Remediator.Findings;

/// <summary>That somebody opened a permission, as we saw it then.</summary>
/// <param name="EventId">CloudTrail's, by which the record is found.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who, from where and how: hostile until escaped.</param>
public sealed record Opening(string EventId, string EventName, DateTimeOffset At, Actor Actor);
