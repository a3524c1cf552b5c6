using Remediator.Groups;

namespace Remediator.Waivers;

/// <summary>A hole that we open ourselves and close on time.</summary>
/// <param name="Permission">What is opened, with its description.</param>
/// <param name="RuleId">The <c>sgr-</c> id that EC2 gave it; null while it is not known. Only what has this id is closed.</param>
public sealed record Lease(Permission Permission, LeaseState State, string? RuleId)
{
    /// <summary>Why it could not be opened or closed, in a few words; null when nothing is wrong.</summary>
    public string? Problem { get; init; }
}
