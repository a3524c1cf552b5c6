using Remediator.Groups;
using Remediator.Waivers;

namespace Remediator.Grants;

/// <summary>What opening or closing a lease came to. Each carries the agreement as it is on record now; null where there is none.</summary>
public abstract record LeaseResult(Agreement? Agreement)
{
    /// <param name="Rule">What stands in the group, with its <c>sgr-</c> id.</param>
    /// <param name="Resumed">An earlier run had begun it.</param>
    public sealed record Opened(Agreement Agreed, Permission Rule, bool Resumed) : LeaseResult(Agreed);

    /// <param name="WasGone">Somebody else took the rule away before.</param>
    public sealed record Closed(Agreement Agreed, bool WasGone) : LeaseResult(Agreed);

    /// <summary>The world is not as it would have to be.</summary>
    public sealed record Refused(Agreement? Recorded, Refusal Why) : LeaseResult(Recorded);

    /// <summary>It could not be brought to its end.</summary>
    public sealed record Failed(Agreement? Recorded, Refusal Why) : LeaseResult(Recorded);
}
