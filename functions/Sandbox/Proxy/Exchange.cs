using System.Diagnostics;
using Remediator.Sandbox.Faults;
using Remediator.Sandbox.Lambda;

namespace Remediator.Sandbox.Proxy;

/// <summary>One call and what becomes of it: carried out and answered, unless something is to go wrong with it.</summary>
/// <param name="environment">Where the calling function runs; null when a person calls.</param>
/// <param name="record">Notes a call that was not carried out.</param>
/// <param name="carryOut">Lets AWS do it, and notes it.</param>
internal sealed class Exchange(
    HttpContext context, AwsCall call, ExecutionEnvironment? environment, FaultBoard faults, Action<CallRecord> record, Func<AwsCall, CallRecord, Task<AwsAnswer>> carryOut)
{
    private CallRecord _begun = Begin(call, environment?.Current);

    public async Task RunAsync()
    {
        var kind = faults.Next(_begun);
        _begun = _begun with { Fault = kind };
        if (kind is FaultKind.KilledBefore or FaultKind.TimedOut)
            await VanishAsync(kind.Value);
        else if (FaultAnswers.Of(kind, call) is { } refusal)
            await RefuseAsync(refusal);
        else
            await AnswerAsync(kind);
    }

    private static CallRecord Begin(AwsCall call, Delivery? delivery)
    {
        var now = Stopwatch.GetTimestamp();
        return new(call.Caller, $"{call.Service}:{call.Operation}", now, now, 0, null, call.Text) { Delivery = delivery, Attempt = delivery?.Attempts.Length + 1 ?? 0 };
    }

    /// <summary>Neither effect nor answer.</summary>
    private async Task VanishAsync(FaultKind kind)
    {
        record(_begun with { Error = $"{kind}", CarriedOut = false });
        if (kind == FaultKind.KilledBefore)
            await environment!.KillAsync(call.Caller);
        else
            await GivenUpAsync();
        context.Abort();
    }

    private Task RefuseAsync(AwsAnswer refusal)
    {
        record(_begun with { Status = refusal.Status, Error = refusal.Error, CarriedOut = false });
        return SendAsync(refusal);
    }

    private async Task AnswerAsync(FaultKind? kind)
    {
        var answer = await carryOut(call with { IsStale = kind == FaultKind.StaleRead }, _begun);
        if (kind is FaultKind.AnswerLost)
        {
            context.Abort();
        }
        else if (kind is FaultKind.KilledAfterEffect)
        {
            await environment!.KillAsync(call.Caller);
            context.Abort();
        }
        else
        {
            if (kind is FaultKind.KilledAfterAnswer)
                environment!.Condemn(call.Caller);
            await SendAsync(answer);
            if (kind is FaultKind.KilledAfterAnswer)
                await environment!.KillAsync(call.Caller);
        }
    }

    private async Task SendAsync(AwsAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        await context.Response.CompleteAsync();
    }

    /// <summary>Returns when the caller has hung up.</summary>
    private async Task GivenUpAsync()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
