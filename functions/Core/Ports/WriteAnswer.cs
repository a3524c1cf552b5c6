namespace Remediator.Ports;

/// <summary>What came of a versioned write.</summary>
public abstract record WriteAnswer
{
    private WriteAnswer()
    {
    }

    public static readonly WriteAnswer Ok = new Written();

    public sealed record Written : WriteAnswer;

    /// <summary>Somebody else wrote in between: read it again.</summary>
    public sealed record Conflict : WriteAnswer;

    /// <summary>Nobody knows whether it was written.</summary>
    public sealed record Failed(string Problem) : WriteAnswer;
}
