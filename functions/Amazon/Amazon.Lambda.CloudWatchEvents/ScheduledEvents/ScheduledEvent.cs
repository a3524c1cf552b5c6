namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>What an EventBridge schedule sends.</summary>
public class ScheduledEvent : CloudWatchEvent<Detail>
{
}
