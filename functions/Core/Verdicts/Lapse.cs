using Remediator.Groups;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Something that a requirement asks for and that is not written; or, when it was not read, perhaps is not.</summary>
/// <param name="Permission">Null: of the group itself.</param>
/// <param name="Expected">For people, completing "expected …"; user text in backticks.</param>
/// <param name="Read">For people, completing "read …"; user text in backticks.</param>
/// <param name="IsKnown">False: it was not read, so that the requirement is neither fulfilled nor broken.</param>
public sealed record Lapse(Requirement Requirement, Permission? Permission, string Expected, string Read, bool IsKnown);
