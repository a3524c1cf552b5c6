using System.Globalization;
using System.Runtime.InteropServices;
using Remediator.Sandbox;
using Remediator.Sandbox.Processes;
using Remediator.Sandbox.Tours;

var (command, problems) = CommandLine.Parse(args);
if (command is null)
{
    foreach (var problem in problems)
        Console.Error.WriteLine(problem);
    Console.Error.WriteLine("try `dotnet run --project functions/Sandbox -- help`");
    return 2;
}
if (command.Verb == "help")
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

using var ending = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
_ = Parent.WatchAsync(ending.Cancel, ending.Token);
var screen = Screen.OfThisProcess();
try
{
    screen.Heading("Remediator's sandbox: a local AWS account with the published function running in it");
    var since = TimeProvider.System.GetTimestamp();
    var options = new SandboxOptions { Port = command.Port ?? (command.Verb == "serve" ? ByHand.UsualPort : 0) };
    options = command.Policy is null ? options : options with { Policy = command.Policy };
    options = command.Verb == "faults" ? FaultTour.Options(options) : options;
    options = command.Verbose ? options with { OnFunctionLine = line => screen.Quiet("   function  " + Plain.Text(line, 4000)) } : options;
    await using var account = await SandboxAccount.StartAsync(options, ending.Token);
    var took = TimeProvider.System.GetElapsedTime(since).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
    screen.Quiet($"   account {SandboxAccount.Account}, {SandboxAccount.Region}, policy {Path.GetFileName(options.Policy)}, ready in {took} s");
    if (command.Verb == "serve")
    {
        await new Serve(account, screen).RunAsync(ending.Token);
        return 0;
    }
    if (command.Verb == "faults")
        return await new FaultTour(account, screen).RunAsync(command.Seed ?? Random.Shared.Next(), command.Only, ending.Token);
    var wrong = await new Tour(account, screen).RunAsync(ending.Token);
    return Farewell.Say(screen, [.. wrong, .. await new AttackTour(account, screen, options.Policy).RunAsync(ending.Token)]);
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    return 130;
}
catch (SandboxException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ending.Cancel();
}
