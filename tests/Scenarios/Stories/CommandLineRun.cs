using System.Diagnostics;
using Remediator.Sandbox;

namespace Remediator.Scenarios.Stories;

/// <summary>One run of the command line as a process of its own, with somebody's credentials in the local account.</summary>
internal static class CommandLineRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task<(int Exit, string Out, string Error)> Of(SandboxPlaces places, params string[] arguments)
    {
        using var process = Process.Start(Call(places, arguments))!;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(Patience);
        try
        {
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(end.Token), process.StandardError.ReadToEndAsync(end.Token));
            await process.WaitForExitAsync(end.Token);
            return (process.ExitCode, await said, await complained);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static ProcessStartInfo Call(SandboxPlaces places, string[] arguments)
    {
        var call = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "remediator.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        call.Environment["AWS_REGION"] = places.Region;
        call.Environment["AWS_ENDPOINT_URL"] = places.Endpoint.GetLeftPart(UriPartial.Authority);
        call.Environment["AWS_ACCESS_KEY_ID"] = "AKIABOBBOBBOBBOBBOB0";
        call.Environment["AWS_SECRET_ACCESS_KEY"] = "sandbox";
        call.Environment["REMEDIATOR_LEDGER_TABLE"] = "";
        return call;
    }
}
