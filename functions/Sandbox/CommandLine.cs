using System.Globalization;
using Remediator.Sandbox.Faults.Matrix;

namespace Remediator.Sandbox;

/// <summary>What the Sandbox was asked to do.</summary>
/// <param name="Verb">`tour`, `serve`, `faults` or `help`.</param>
/// <param name="Verbose">Show what the function prints.</param>
/// <param name="Policy">The policy file; null: the Sandbox's own.</param>
/// <param name="Port">Where AWS listens; null: the verb's own choice.</param>
public sealed record CommandLine(string Verb, bool Verbose, string? Policy, int? Port)
{
    /// <summary>For `faults`: what decides the order of the tries; null: any.</summary>
    public int? Seed { get; init; }

    /// <summary>For `faults`: one group of faults; null: all.</summary>
    public string? Only { get; init; }

    public const string Help = """
        dotnet run --project functions/Sandbox [-- VERB] [OPTIONS]

        verbs
          tour    open a forbidden port in a local AWS account, and watch it close (this is what happens without a verb)
          serve   keep the local account running until Ctrl-C, for the AWS CLI or your own program
          faults  let every AWS call of one event go wrong in every way, the process killed at each among them, and show what came of it
          help    this page

        options
          --policy FILE   the policy to enforce instead of functions/Sandbox/policy.yaml
          --port PORT     where AWS listens on 127.0.0.1 (serve: 4568, tour: any free port)
          --seed N        faults: try in the order that this number gives, instead of any
          --only FAULT    faults: kill, throttle, error, html, timeout, lost or stale, instead of all
          --verbose       show the function's own log lines too

        exit codes: 0 all as it should be · 1 something did not close, or could not start · 2 the command line was not understood
        """;

    /// <summary>Null, with every problem, when the arguments cannot be understood.</summary>
    public static (CommandLine? Read, ImmutableArray<string> Problems) Parse(ReadOnlySpan<string> arguments)
    {
        var (read, problems) = (new CommandLine("tour", false, null, null), ImmutableArray.CreateBuilder<string>());
        while (arguments.Length > 0)
        {
            (read, var used) = arguments switch
            {
                ["tour" or "serve" or "faults" or "help", ..] => (read with { Verb = arguments[0] }, 1),
                ["--help" or "-h", ..] => (read with { Verb = "help" }, 1),
                ["--verbose", ..] => (read with { Verbose = true }, 1),
                ["--policy", var file, ..] => (read with { Policy = file }, 2),
                ["--port", var port, ..] when ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (read with { Port = number }, 2),
                ["--seed", var seed, ..] when int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (read with { Seed = number }, 2),
                ["--only", var only, ..] when FaultPoints.Groups.Contains(only) => (read with { Only = only }, 2),
                _ => (read, 0),
            };
            if (used == 0)
                problems.Add($"`{Plain.Text(arguments[0])}` is not a verb or an option with its value");
            arguments = arguments[Math.Max(1, used)..];
        }
        if (read.Policy is { } policy && !File.Exists(policy))
            problems.Add($"there is no policy file `{Plain.Text(policy)}`");
        return problems.Count == 0 ? (read, []) : (null, problems.ToImmutable());
    }
}
