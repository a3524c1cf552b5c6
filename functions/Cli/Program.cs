using Remediator.Cli;
using Remediator.Cli.Live;
using Remediator.Cli.Redriving;

var terminal = !Console.IsOutputRedirected;
var world = new Surroundings(Console.Out, Console.Error, Console.OpenStandardInput, TimeProvider.System)
{
    Colours = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    Environment = Environment.GetEnvironmentVariable,
    Connect = AwsAccount.Connect,
    ConnectQueue = RedriveCommand.Connect,
    Width = terminal && Console.WindowWidth > 0 ? Console.WindowWidth : null,
};
return CommandLine.Run(args, world);
