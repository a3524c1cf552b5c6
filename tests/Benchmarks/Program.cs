using System.Collections.Immutable;
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
    var since = Stopwatch.GetTimestamp();
    Console.WriteLine($"{Machine.Text}; load {Machine.Load}");
    List<Row> rows = [];
    if (command.Only is not "judging") rows.AddRange(Events(command));
    if (command.Only is not "events") rows.AddRange(Judging());
    Console.WriteLine($"measured in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s; load {Machine.Load}");
    if (command.Json is { } file) JsonFile.Write(file, rows);
    return 0;
}
catch (BenchmarkException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

static ImmutableArray<Row> Events(CommandLine command)
{
    foreach (var peer in new[] { Peer.Function, Peer.Floor }) peer.MustBeThere();
    Console.WriteLine($"{command.Runs} cold starts and {command.Events} warm events of each kind, function and floor in turn; each figure is median (least–most)");
    var (cold, calls) = ColdStarts.Measure(command.Runs);
    ImmutableArray<Row> rows = [.. cold, .. new WarmEvents(command.WarmUp, command.Events).Measure(calls), .. new TableCost(command.WarmUp, command.Events).Measure()];
    Console.WriteLine($"\n{Table.Text(rows)}\n");
    Console.WriteLine("floor: a bare process that asks the same runtime API, signs and sends the same calls, and answers; for its cold event it sends Revoke alone, while the function also tells");
    Console.WriteLine("floor of the table's rows: the same function with its ledger in memory; for the table that is far away, one round trip to it");
    Console.WriteLine($"calls of AWS for a forbidden event: {string.Join(", ", calls.Select(c => c.Operation))}; for a benign one: none");
    return rows;
}

static ImmutableArray<Row> Judging()
{
    Console.WriteLine("one thread, warm, judge and floor in turn, in processor time; each figure is median (least–most)");
    ImmutableArray<Row> rows = [.. new JudgingSpeed(7).Measure(), AuditRuns.Measure(9)];
    Console.WriteLine($"\n{Table.Text(rows)}\n");
    Console.WriteLine("floor: a loop that reads direction, services and peer of the same permissions; for loading, one that counts the commas of the same text; for the audit, the same program that only shows its help");
    return rows;
}
