using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults;

/// <summary>A plan at work on the deliveries that it is meant for.</summary>
/// <param name="isMeant">Whether the plan is for a delivery. Asked from any thread.</param>
public sealed class FaultRun(FaultPlan plan, Func<Delivery, bool> isMeant)
{
    private readonly int[] _seen = new int[plan.Faults.Length];
    private readonly int?[] _struckIn = new int?[plan.Faults.Length];
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _hasStruck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _over;

    /// <summary>What struck so far, in order.</summary>
    public Journal<(Fault Fault, string Action)> Struck { get; } = new("fault");

    /// <summary>Completes when something struck for the first time.</summary>
    public Task HasStruck => _hasStruck.Task;

    /// <summary>From now on nothing goes wrong any more.</summary>
    public void End() => _over = true;

    internal bool IsMeantFor(Delivery delivery) => !_over && isMeant(delivery);

    /// <summary>What goes wrong with this call; null: nothing.</summary>
    internal FaultKind? Next(CallRecord call)
    {
        Fault? striking = null;
        lock (_lock)
        {
            for (var index = 0; index < _seen.Length; index++)
            {
                if (plan.Faults[index].IsAbout(call) && Strikes(index, call.Attempt))
                    striking ??= plan.Faults[index];
            }
        }
        if (striking is not null)
        {
            Struck.Add((striking, call.Action));
            _hasStruck.TrySetResult();
        }
        return striking?.Kind;
    }

    private bool Strikes(int index, int attempt)
    {
        var fault = plan.Faults[index];
        if (!fault.Strikes(++_seen[index]))
            return false;
        _struckIn[index] ??= attempt;
        return !fault.WithinOneAttempt || _struckIn[index] == attempt;
    }
}
