using Remediator.Steps;

namespace Remediator.Scenarios.Books;

public sealed class SmallBooksInMemoryTests : SmallBooksContract
{
    protected override Task<Ports.Books> Open() => Task.FromResult(Ports.Books.InMemory(Timing.Lease));
}
