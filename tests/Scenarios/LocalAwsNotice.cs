using Remediator.Sandbox;

[assembly: AssemblyFixture(typeof(Remediator.Scenarios.LocalAwsNotice))]

namespace Remediator.Scenarios;

/// <summary>Says once, among the lines of the test run, why everything that needs the local AWS is skipped: `dotnet test` prints that a test
/// was skipped, and not why.</summary>
public sealed class LocalAwsNotice : IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await LocalAws.WhyUnavailableAsync() is { } why)
            TestContext.Current.SendDiagnosticMessage($"NOT TRIED: every test that needs the local AWS, because {why}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
