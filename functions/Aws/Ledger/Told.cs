using Amazon.DynamoDBv2.Model;

namespace Remediator.Aws.Ledger;

/// <summary>What the table said to one call.</summary>
/// <param name="Value">Meaningless unless <see cref="IsDone"/>.</param>
/// <param name="Problem">Why nobody knows what came of it; null otherwise.</param>
internal sealed record Told<T>(T? Value, string? Problem)
{
    /// <summary>A condition did not hold: nothing was written.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The item that the condition was about, where it is there.</summary>
    public Dictionary<string, AttributeValue>? Old { get; init; }

    /// <summary>The same call may succeed at once.</summary>
    public bool IsRetryable { get; init; }

    public bool IsDone => Problem is null && !IsRefused;

    public bool WasWrittenBy(string stamp) => Old?.GetValueOrDefault(Column.Stamp)?.S == stamp;

    /// <summary>The same answer about something else.</summary>
    public Told<TOther> As<TOther>(TOther? value) => new(value, Problem) { IsRefused = IsRefused, Old = Old, IsRetryable = IsRetryable };
}
