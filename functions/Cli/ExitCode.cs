namespace Remediator.Cli;

/// <summary>How a run ended, for whatever started it.</summary>
public static class ExitCode
{
    public const int Clean = 0;

    /// <summary>The command line, an input file or a part of one could not be read.</summary>
    public const int CouldNotRun = 1;

    /// <summary>A violation was found, or a policy's test failed.</summary>
    public const int Violations = 2;

    /// <summary>A verb on a live account refused: a limit, or the world is not as the verb needs it.</summary>
    public const int Refused = 2;

    public const int PolicyInvalid = 3;
}
