using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>Tries a scenario with every fault at every call. Points run side by side, each in groups of its own: one that has to wait
/// until a dead process' claim has lapsed keeps none of the others waiting.</summary>
public sealed class FaultMatrix(SandboxAccount account, IFaultScenario scenario) : IDisposable
{
    // A claim lasts 15 s, an attempt at most 30, and there are three: nothing that is alive takes longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);
    // What only waits costs nothing; what begins has a processor to itself, or calls would take so long that their callers give up.
    private readonly SemaphoreSlim _beginning = new(Environment.ProcessorCount);
    private readonly IAmazonEC2 _ec2 = account.Ec2As(Caller.ConsoleUser(SandboxAccount.Account));
    private readonly OutboxRounds _outbox = new(account);
    private string? _vpc;

    /// <summary>The calls of a run in which nothing goes wrong, in the order in which they were made.</summary>
    /// <exception cref="SandboxException">Even that did not end as it should.</exception>
    public async Task<ImmutableArray<string>> CallsAsync(CancellationToken cancellation)
    {
        // The first run sweeps: now, while there is nothing to find; the next sweep is hours away, and meets no scene half way.
        await account.ScheduleAsync(cancellation);
        var (result, evidence) = await TryAsync(new FaultPoint("nothing", "no fault", FaultPlan.None) { Group = "none" }, cancellation);
        return result.IsRight && result is { Attempts: 1, Notices: > 0 }
            ? [.. evidence.Calls.Where(call => evidence.Deliveries.Contains(call.Delivery!)).OrderBy(call => call.At).Select(call => call.Action)]
            : throw new SandboxException($"`{scenario.Name}` does not even end as it should when nothing goes wrong: {string.Join("; ", result.Problems)}");
    }

    /// <param name="points">Tried in this order, as many at once as the account has processes.</param>
    /// <param name="onResult">Told of each as it ends, from any thread.</param>
    public async Task<ImmutableArray<FaultResult>> RunAsync(IEnumerable<FaultPoint> points, Action<FaultResult> onResult, CancellationToken cancellation)
    {
        var results = new ConcurrentQueue<FaultResult>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = account.Processes, CancellationToken = cancellation };
        await Parallel.ForEachAsync(points, options, async (point, token) =>
        {
            var (result, _) = await TryAsync(point, token);
            results.Enqueue(result);
            onResult(result);
        });
        return [.. results];
    }

    public void Dispose()
    {
        _beginning.Dispose();
        _ec2.Dispose();
        _outbox.Dispose();
    }

    private async Task<(FaultResult Result, Evidence Evidence)> TryAsync(FaultPoint point, CancellationToken cancellation)
    {
        var (trial, run) = await BeginAsync(point, cancellation);
        try
        {
            var problems = await EndAsync(trial, run, cancellation);
            var evidence = trial.Evidence(account);
            if (!point.Plan.Faults.IsEmpty && run.Struck.Count == 0)
                problems = problems.Add("the fault never struck");
            return (Result(point, evidence, run, Stopwatch.GetElapsedTime(trial.Since), problems) with { Trace = problems.IsEmpty ? [] : Trace(trial.Scene, evidence) }, evidence);
        }
        finally
        {
            account.Aws.Faults.End(run);
        }
    }

    /// <summary>Sets the scene, makes the change, and returns when the fault has struck, or when the event ended without it.</summary>
    private async Task<(Trial Trial, FaultRun Run)> BeginAsync(FaultPoint point, CancellationToken cancellation)
    {
        await _beginning.WaitAsync(cancellation);
        try
        {
            _vpc ??= await account.CreateVpcAsync(cancellation);
            var making = Place.Now(account);
            var scene = await scenario.SetAsync(account, _vpc, cancellation);
            var trial = new Trial(scene, making, Place.Now(account), Stopwatch.GetTimestamp());
            var run = new FaultRun(point.Plan, sent => Evidence.IsOfTheChange(sent, scene));
            account.Aws.Faults.Begin(run);
            await scene.Change();
            await Task.WhenAny(run.HasStruck, trial.Delivery(account).Ended).WaitAsync(Patience, cancellation);
            return (trial, run);
        }
        finally
        {
            _beginning.Release();
        }
    }

    /// <summary>Waits for the event's end; a dead letter is sent again once nothing goes wrong any more.</summary>
    private async Task<ImmutableArray<string>> EndAsync(Trial trial, FaultRun run, CancellationToken cancellation)
    {
        var delivery = trial.Delivery(account);
        var end = await delivery.Ended.WaitAsync(Patience, cancellation);
        if (end.Succeeded)
            return await ToldAsync(trial, run, cancellation);
        var lost = account.Invocations.DeadLetters.All.Contains(delivery) ? [] : new[] { "the event is lost: it failed, and is no dead letter" };
        var early = await CheckAsync(trial, check => check.ProblemsOfADeadLetter(), cancellation);
        run.End();
        var again = await account.SendEvent(delivery.Payload).Ended.WaitAsync(Patience, cancellation);
        var failed = again.Succeeded ? [] : new[] { $"sent again after it was a dead letter, it failed: `{ErrorWords.Of(again.Answer)}`" };
        return [.. lost, .. early, .. failed, .. await ToldAsync(trial, run, cancellation)];
    }

    /// <summary>What could not be told at its time waits in the outbox: there it has to be, and from there it has to be told.</summary>
    private async Task<ImmutableArray<string>> ToldAsync(Trial trial, FaultRun run, CancellationToken cancellation)
    {
        var problems = await CheckAsync(trial, check => check.Problems(), cancellation);
        if (problems.IsEmpty)
            return [];
        run.End();
        var early = await CheckAsync(trial, check => check.ProblemsOfADeadLetter(), cancellation);
        await _outbox.EmptyAsync(cancellation);
        return [.. early, .. await CheckAsync(trial, check => check.Problems(), cancellation)];
    }

    private async Task<ImmutableArray<string>> CheckAsync(Trial trial, Func<EndCheck, IEnumerable<string>> ask, CancellationToken cancellation)
    {
        // INVARIANT: the proxy sends an event before it answers the call, so that the events of a delivery's calls are there at its end.
        foreach (var own in trial.Evidence(account).Own)
            await own.Ended.WaitAsync(Patience, cancellation);
        var rules = new List<SecurityGroupRule>();
        foreach (var group in trial.Scene.Groups)
            rules.AddRange((await _ec2.DescribeSecurityGroupRulesAsync(new() { Filters = [new() { Name = "group-id", Values = [group.Group] }] }, cancellation)).SecurityGroupRules ?? []);
        return [.. ask(new EndCheck(trial.Scene, trial.Evidence(account), [.. rules]))];
    }

    /// <param name="Making">Before the groups were made.</param>
    /// <param name="Change">Before the change.</param>
    /// <param name="Since">A Stopwatch timestamp: the change.</param>
    private sealed record Trial(Scene Scene, Place Making, Place Change, long Since)
    {
        // INVARIANT: the proxy sends the event before it answers the call that made the change.
        public Delivery Delivery(SandboxAccount account) => Evidence(account).Deliveries[0];

        public Evidence Evidence(SandboxAccount account) => Matrix.Evidence.Of(account, Scene, Making, Change);
    }

    private static FaultResult Result(FaultPoint point, Evidence evidence, FaultRun run, TimeSpan took, ImmutableArray<string> problems) => new(
        point, evidence.Deliveries.Sum(one => one.Attempts.Length), evidence.Deliveries.Length > 1, run.Struck.All.Length, evidence.Notices.Length, took, problems);

    private IEnumerable<string> Said(Scene scene) => account.FunctionLines.All.Where(line => scene.Groups.Any(one => line.Contains(one.Group, StringComparison.Ordinal)));

    private ImmutableArray<string> Trace(Scene scene, Evidence evidence) =>
        [.. evidence.Calls.Select(call => $"{call.Attempt} {call.Action} {call.Fault?.ToString() ?? call.Error}".TrimEnd()), .. Said(scene)];
}
