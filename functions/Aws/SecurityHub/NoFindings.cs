using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.SecurityHub;

/// <summary>Security Hub switched off by setting: nothing is sent, and that is no failure.</summary>
public sealed class NoFindings : IFindings
{
    public Task<ImmutableArray<Answer>> Import(ImmutableArray<Finding> findings, CancellationToken cancel) =>
        Task.FromResult<ImmutableArray<Answer>>([.. findings.Select(_ => Answer.Ok)]);

    public Task<Answer> Resolve(ImmutableArray<Finding> findings, CancellationToken cancel) => Task.FromResult(Answer.Ok);

    public Task<Answer> Archive(FindingResource group, DateTimeOffset seen, CancellationToken cancel) => Task.FromResult(Answer.Ok);
}
