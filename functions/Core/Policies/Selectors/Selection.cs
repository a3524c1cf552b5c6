namespace Remediator.Policies.Selectors;

/// <summary>Whether a selector chooses a group. Unknown: it hangs on something that was not read. The order is that of "and": the
/// lesser one wins; the greater wins an "or".</summary>
public enum Selection
{
    No,
    Unknown,
    Yes,
}
