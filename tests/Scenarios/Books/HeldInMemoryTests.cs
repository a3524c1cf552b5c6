using Remediator.Steps;

namespace Remediator.Scenarios.Books;

public sealed class HeldInMemoryTests : HeldContract
{
    protected override Task<Ports.Books> Open() => Task.FromResult(Ports.Books.InMemory(Timing.Lease));
}
