using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>Security Hub in memory: keeps each finding's last state, and refuses what a test says.</summary>
internal sealed class FakeSecurityHub(CallLog calls) : IFindings
{
    public Dictionary<string, Finding> Findings { get; } = [];

    public HashSet<string> Resolved { get; } = [];

    public Func<Finding, Answer> Says { get; set; } = _ => Answer.Ok;

    public Answer SaysOfWorkflow { get; set; } = Answer.Ok;

    public Task<ImmutableArray<Answer>> Import(ImmutableArray<Finding> findings, CancellationToken cancel) =>
        Task.FromResult(calls.Make($"Import {(findings.All(f => f.Passed) ? "PASSED" : "FAILED")}", () => Import(findings)));

    public Task<Answer> Resolve(ImmutableArray<Finding> findings, CancellationToken cancel) => Task.FromResult(calls.Make("Resolve", () =>
    {
        Resolved.UnionWith(findings.Select(f => f.Id));
        return SaysOfWorkflow;
    }));

    private ImmutableArray<Answer> Import(ImmutableArray<Finding> findings)
    {
        var answers = findings.Select(Says).ToImmutableArray();
        for (var i = 0; i < findings.Length; i++)
        {
            if (!answers[i].Succeeded) continue;
            Assert.True(!Findings.TryGetValue(findings[i].Id, out var stored) || findings[i].UpdatedAt > stored.UpdatedAt, "an update that is not later is ignored by Security Hub");
            Findings[findings[i].Id] = findings[i];
        }

        return answers;
    }
}
