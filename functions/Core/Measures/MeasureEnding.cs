using Remediator.Containment;
using Remediator.Policies;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>Takes measures back, whichever they are. It is the same however often it is asked for, and whoever asks at the same time.</summary>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
public sealed class MeasureEnding(Policy policy, Mode ceiling, Defence defence, Invocation invocation)
{
    /// <summary>Why nothing is changed now, whatever is due; or why nobody knows. It stops no person.</summary>
    public Task<(string? Why, string? Unknown)> WhyNot(CancellationToken cancel) => new Standstill(policy, ceiling, defence.World.Books.Switch).Ask(cancel);

    /// <param name="measure">As it was read a moment ago.</param>
    /// <param name="by">The STS caller who wants it; null when its time is over.</param>
    public Task<MeasureEnd> End(Measure measure, string? by, CancellationToken cancel)
    {
        var means = new Means(defence, invocation);
        return measure switch
        {
            AclBlock block => new BlockEnding(means, by).Run(block, cancel),
            Isolation isolation => new IsolationEnding(means, by, IsolationChoices.None).Run(isolation, cancel),
            Suspension suspension => new SuspensionEnding(policy, defence.World, invocation, means).Run(suspension, cancel),
            _ => throw new InvalidOperationException($"unknown measure {measure}"),
        };
    }
}
