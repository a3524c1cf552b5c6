using Remediator.Groups;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Cli.Tests.Grants;

/// <summary>A table that answers nothing but errors, with something in them that a terminal must not see.</summary>
internal sealed class NoAgreements : IAgreements
{
    private const string Problem = "ProvisionedThroughputExceeded: \u001b[31mslow";

    public Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel) => Task.FromResult(new Reading<ImmutableArray<Agreement>>([], Problem));

    public Task<Reading<Agreement>> Find(string id, CancellationToken cancel) => Task.FromResult(new Reading<Agreement>(null, Problem));

    public Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel) => Task.FromResult(new Reading<ImmutableArray<Agreement>>([], Problem));

    public Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel) => Task.FromResult<WriteAnswer>(new WriteAnswer.Failed(Problem));
}
