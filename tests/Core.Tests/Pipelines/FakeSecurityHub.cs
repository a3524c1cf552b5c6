using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>Security Hub in memory: keeps each finding's last state, and refuses what a test says.</summary>
internal sealed class FakeSecurityHub(CallLog calls) : IFindings
{
    public Dictionary<string, Finding> Findings { get; } = [];

    public HashSet<string> Resolved { get; } = [];

    public List<string> Archived { get; } = [];

    /// <summary>Each state that a finding was in, in order.</summary>
    public List<(string Id, bool Passed)> States { get; } = [];

    public Func<Finding, Answer> Says { get; set; } = _ => Answer.Ok;

    public Answer SaysOfWorkflow { get; set; } = Answer.Ok;

    public Task<ImmutableArray<Answer>> Import(ImmutableArray<Finding> findings, CancellationToken cancel) =>
        Task.FromResult(calls.Make($"Import {(findings.All(f => f.Passed) ? "PASSED" : "FAILED")}", () => Import(findings)));

    public Task<Answer> Resolve(ImmutableArray<Finding> findings, CancellationToken cancel) => Task.FromResult(calls.Make("Resolve", () =>
    {
        Resolved.UnionWith(findings.Select(f => f.Id));
        return SaysOfWorkflow;
    }));

    public Task<Answer> Archive(FindingResource group, DateTimeOffset seen, CancellationToken cancel) => Task.FromResult(calls.Make("Archive", () =>
    {
        Archived.Add(group.Arn);
        return Answer.Ok;
    }));

    private ImmutableArray<Answer> Import(ImmutableArray<Finding> findings)
    {
        var answers = findings.Select(Says).ToImmutableArray();
        for (var i = 0; i < findings.Length; i++)
        {
            if (!answers[i].Succeeded) continue;
            // As the service does: what is not later is taken, and ignored.
            if (Findings.TryGetValue(findings[i].Id, out var stored) && findings[i].UpdatedAt <= stored.UpdatedAt) continue;
            Findings[findings[i].Id] = findings[i];
            States.Add((findings[i].Id, findings[i].Passed));
        }

        return answers;
    }
}
