using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>A scheduled event has no details: AWS sends <c>{}</c>.</summary>
[SuppressMessage("Design", "CA1052", Justification = "the official type is an ordinary class that serializers create")]
public class Detail
{
}
