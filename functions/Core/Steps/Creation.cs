using Remediator.Groups;

namespace Remediator.Steps;

/// <summary>What became of permissions that were to be created.</summary>
/// <param name="Created">By us, each with its <c>sgr-</c> id where that is known; none that was there before.</param>
/// <param name="NotCreated">Those that do not stand there now.</param>
/// <param name="WhyNot">Why, in a few words for people; null when all stand there.</param>
/// <param name="IsFull">The group takes no more of them.</param>
internal sealed record Creation(ImmutableArray<Permission> Created, ImmutableArray<Permission> NotCreated, string? WhyNot, bool IsFull)
{
    public static readonly Creation Nothing = new([], [], null, false);
}
