using Remediator.Cli;

var terminal = !Console.IsOutputRedirected;
var world = new Surroundings(Console.Out, Console.Error, Console.OpenStandardInput, TimeProvider.System)
{
    Colours = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    Width = terminal && Console.WindowWidth > 0 ? Console.WindowWidth : null,
};
return CommandLine.Run(args, world);
