using Remediator.Steps;

namespace Remediator.Scenarios.Books;

public sealed class MeasureInMemoryTests : MeasureContract
{
    protected override Task<Ports.Books> Open() => Task.FromResult(Ports.Books.InMemory(Timing.Lease));
}
