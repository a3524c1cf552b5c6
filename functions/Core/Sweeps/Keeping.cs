using Remediator.Findings;
using Remediator.Memories;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>Keeps findings of swept groups as things are: told again when they change and once a day, passed and resolved when what they
/// are about is gone or allowed now.</summary>
/// <param name="switchIsOn">The kill switch.</param>
internal sealed class Keeping(Policy policy, IFindings findings, TimeProvider clock, Invocation invocation, bool switchIsOn)
{
    /// <summary>The memories that go with these groups, in their order; the calls are few, however many groups there are.</summary>
    public async Task<(ImmutableArray<GroupMemory> Memories, ImmutableArray<string> Problems)> Keep(ImmutableArray<(Ending Ending, GroupMemory Memory)> swept, CancellationToken cancel)
    {
        var upkeep = swept.Select(s => Of(s.Ending, s.Memory)).ToList();
        var (told, untold) = await Import([.. upkeep.SelectMany(u => u.Due)], cancel).ConfigureAwait(false);
        var (passed, unpassed) = await Import([.. upkeep.SelectMany(u => u.Gone)], cancel).ConfigureAwait(false);
        var resolved = passed.IsEmpty ? Answer.Ok : await findings.Resolve(passed, cancel).ConfigureAwait(false);
        var taken = told.Concat(passed).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return ([.. upkeep.Select(u => u.After(taken))],
            [.. Said("a finding was not posted", untold), .. Said("a finding was not closed", unpassed), .. Said("the workflow of a finding was not updated", resolved.Problem)]);
    }

    private Upkeep Of(Ending ending, GroupMemory memory)
    {
        var now = clock.GetUtcNow();
        var key = ending.Group.Key;
        var change = new SweepRules("", (_, _) => null, []).In(key, now);
        var report = new Report(change, key, invocation.Partition, [.. ending.Open], null, now, null, false, $"{policy.Source}@{policy.Digest}");
        return new(ending, memory, FindingWriter.Opened(report), invocation.Partition, switchIsOn, now);
    }

    private async Task<(ImmutableArray<Finding> Taken, string? Problem)> Import(ImmutableArray<Finding> due, CancellationToken cancel)
    {
        if (due.IsEmpty) return ([], null);
        var answers = await findings.Import(due, cancel).ConfigureAwait(false);
        return ([.. due.Where((_, i) => answers[i].Succeeded)], answers.FirstOrDefault(a => !a.Succeeded)?.Problem);
    }

    private static IEnumerable<string> Said(string what, string? problem) => problem is null ? [] : [$"{what}: {problem}"];
}
