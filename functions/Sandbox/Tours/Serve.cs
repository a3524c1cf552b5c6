using System.Globalization;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Tours;

/// <summary>Keeps the account running and shows what happens in it, until it is told to end.</summary>
public sealed class Serve(SandboxAccount account, Screen screen)
{
    public async Task RunAsync(CancellationToken ended)
    {
        var group = await account.CreateGroupAsync("web-1", ended);
        screen.Heading($"Serving at {account.Aws.Endpoint.GetLeftPart(UriPartial.Authority)} until Ctrl-C. In another terminal:");
        screen.Line();
        foreach (var line in ByHand.Lines(account.Aws.Endpoint, group))
            screen.Line(line);
        screen.Heading("What happens:");
        account.Aws.Calls.Added += Show;
        account.Notices.Added += notice => screen.Good($"{Now()}  mail              {Plain.Text(notice.Subject)}");
        // A delivery has ended before it becomes a dead letter: its end is there without waiting.
        account.Invocations.DeadLetters.Added += letter => screen.Bad($"{Now()}  dead letter       {ErrorWords.Of(letter.Ended.Result.Answer)}");
        try
        {
            await Task.Delay(Timeout.Infinite, ended);
        }
        catch (OperationCanceledException)
        {
            screen.Line("ending");
        }
    }

    private void Show(CallRecord call) =>
        screen.Line($"{Now()}  {call.Caller.Name,-16}  {Plain.Text(call.Action)}{(call.Error is null ? "" : $"  {Plain.Text(call.Error)}")}");

    private static string Now() => TimeProvider.System.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
