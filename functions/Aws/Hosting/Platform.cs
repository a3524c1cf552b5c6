namespace Remediator.Aws.Hosting;

/// <summary>What the platform gives a function: all that its shell takes from outside, besides the event.</summary>
/// <param name="Environment">The value of a variable, or null.</param>
/// <param name="Log">Where lines go that belong to no event.</param>
/// <param name="Count">Where lines of metrics go, as they are; null: nowhere.</param>
public sealed record Platform(Func<string, string?> Environment, TimeProvider Clock, Action<string> Log, Action<string>? Count = null)
{
    public void Warn(string message) => Log(EventLine.Warning(message));
}
