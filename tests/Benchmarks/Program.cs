using System.Diagnostics;
using Remediator.Benchmarks;
using Remediator.Benchmarks.Figures;
using Remediator.Benchmarks.Measures;
using Remediator.Benchmarks.Peers;

if (args is ["--help" or "-h" or "help", ..])
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

var (command, problems) = CommandLine.Parse(args);
if (command is null)
{
    foreach (var problem in problems) Console.Error.WriteLine(problem);
    Console.Error.WriteLine(CommandLine.Help);
    return 2;
}

try
{
    foreach (var peer in new[] { Peer.Function, Peer.Floor }) peer.MustBeThere();
    var since = Stopwatch.GetTimestamp();
    Console.WriteLine($"{Machine.Text}; load {Machine.Load}");
    Console.WriteLine($"{command.Runs} cold starts and {command.Events} warm events of each kind, function and floor in turn; each figure is median (least–most)");
    var (cold, calls) = ColdStarts.Measure(command.Runs);
    Row[] rows = [.. cold, .. new WarmEvents(command.WarmUp, command.Events).Measure(calls)];
    Console.WriteLine();
    Console.WriteLine(Table.Text(rows));
    Console.WriteLine();
    Console.WriteLine("floor: a bare process that asks the same runtime API, signs and sends the same calls, and answers; for its cold event it sends Revoke alone, while the function also tells");
    Console.WriteLine($"calls of AWS for a forbidden event: {string.Join(", ", calls.Select(c => c.Operation))}; for a benign one: none");
    Console.WriteLine($"measured in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s; load {Machine.Load}");
    if (command.Json is { } file) JsonFile.Write(file, rows);
    return 0;
}
catch (BenchmarkException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
