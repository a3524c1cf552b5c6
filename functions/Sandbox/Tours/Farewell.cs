namespace Remediator.Sandbox.Tours;

/// <summary>The end of the tour: what came of it, and how to go on by hand.</summary>
internal static class Farewell
{
    /// <returns>The exit code: 0 when there is no problem, else 1.</returns>
    public static int Say(Screen screen, ImmutableArray<string> problems)
    {
        screen.Heading("Try it by hand");
        screen.Line("   dotnet run --project functions/Sandbox -- serve");
        screen.Quiet("   and in another terminal:");
        foreach (var line in ByHand.Lines(new Uri($"http://127.0.0.1:{ByHand.UsualPort}"), ByHand.GroupByName))
            screen.Line("   " + line);
        screen.Line();
        if (problems.IsEmpty)
            screen.Good("All as it should be: what was forbidden is closed, what was allowed is still there.");
        else
            screen.Bad($"Not as it should be: {string.Join("; ", problems)}");
        return problems.IsEmpty ? 0 : 1;
    }
}
