using System.Globalization;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Tours;

/// <summary>What a step of the tour did, on the screen, and whether it did what it should.</summary>
internal sealed class Showing(Screen screen)
{
    private readonly List<string> _problems = [];

    /// <summary>What did not go as it should.</summary>
    public ImmutableArray<string> Problems => [.. _problems];

    /// <summary>Each AWS call with the time from the change to its answer.</summary>
    public void Calls(Handled handled)
    {
        foreach (var call in handled.Calls.Prepend(handled.Change)) Call(call, handled.Since(call.AnsweredAt));
        if (handled.Calls.IsEmpty)
            screen.Quiet($"   {Milliseconds(handled.End.Took),6} ms  remediator        judged it without any AWS call");
    }

    public void Call(CallRecord call, TimeSpan after) => screen.Quiet($"   {Milliseconds(after),6} ms  {call.Caller.Name,-16}  {call.Action}  {Plain.Text(call.Error)}".TrimEnd());

    /// <param name="closed">From the change to the end of the permission; null where nothing was revoked.</param>
    public void End(string permission, bool isForbidden, bool isThere, TimeSpan? closed)
    {
        if (isForbidden && !isThere)
            screen.Good($"   ✓ {permission,-30} closed after {Milliseconds(closed ?? TimeSpan.Zero)} ms");
        else if (!isForbidden && isThere)
            screen.Good($"   ✓ {permission,-30} stays");
        else
            Problem(isForbidden ? $"`{permission}` is forbidden and still open" : $"`{permission}` is allowed and was removed");
    }

    public void Problem(string text)
    {
        _problems.Add(text);
        screen.Bad($"   ✗ {text}");
    }

    private static string Milliseconds(TimeSpan time) => Math.Max(0, time.TotalMilliseconds).ToString("0", CultureInfo.InvariantCulture);
}
