namespace Remediator.Sandbox.Processes;

/// <summary>A program, its arguments, and what its environment has beyond ours (or instead of ours).</summary>
public sealed record ProgramCall(string Program, ImmutableArray<string> Arguments)
{
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Null: ours.</summary>
    public string? Folder { get; init; }

    /// <summary>The program sees nothing of our own environment: a function must not pick up the credentials of whoever runs us.</summary>
    public bool OnlyThisEnvironment { get; init; }
}
