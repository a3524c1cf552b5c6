using System.Globalization;

namespace Remediator.Benchmarks;

/// <summary>What the benchmark was asked to do.</summary>
/// <param name="Runs">Cold starts of each peer.</param>
/// <param name="Events">Warm events of each kind that count.</param>
/// <param name="WarmUp">Warm events of each kind before.</param>
/// <param name="Only"><c>events</c> or <c>judging</c>; null: both.</param>
/// <param name="Json">Where the figures go as JSON too; null: nowhere.</param>
internal sealed record CommandLine(int Runs, int Events, int WarmUp, string? Only, string? Json)
{
    public const string Help = """
        dotnet run -c Release --project tests/Benchmarks [-- OPTIONS]

          --runs N       cold starts of the function and of the floor, in turn (15)
          --events N     warm events of each kind (1000)
          --warm-up N    warm events of each kind before those that count (200)
          --only WHAT    events (function and floor as processes) or judging (the judge in this process)
          --json FILE    the figures as JSON too

        exit codes: 0 measured · 1 could not measure · 2 the command line was not understood
        """;

    /// <summary>Null, with every problem, when the arguments cannot be understood.</summary>
    public static (CommandLine? Read, List<string> Problems) Parse(ReadOnlySpan<string> arguments)
    {
        var (read, problems) = (new CommandLine(15, 1000, 200, null, null), new List<string>());
        while (arguments.Length > 0)
        {
            (var next, var used) = arguments switch
            {
                ["--runs", var text, ..] => (Number(text) is { } n ? read with { Runs = n } : null, 2),
                ["--events", var text, ..] => (Number(text) is { } n ? read with { Events = n } : null, 2),
                ["--warm-up", var text, ..] => (Number(text) is { } n ? read with { WarmUp = n } : null, 2),
                ["--only", "events" or "judging", ..] => (read with { Only = arguments[1] }, 2),
                ["--json", var file, ..] => (read with { Json = file }, 2),
                _ => (null, 1),
            };
            if (next is null) problems.Add($"`{string.Join(' ', arguments[..used])}` is not an option with its value (a number is 1 to 100000, WHAT is events or judging)");
            read = next ?? read;
            arguments = arguments[used..];
        }

        return problems.Count == 0 ? (read, problems) : (null, problems);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000 ? number : null;
}
