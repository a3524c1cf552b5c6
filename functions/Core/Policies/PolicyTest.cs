using Remediator.Diagnostics;
using Remediator.Groups;

namespace Remediator.Policies;

/// <summary>One of a policy's own tests: a situation, and the verdict that the author expects.</summary>
/// <param name="Group">The group that holds the permission; what the test does not say is not known.</param>
/// <param name="Others">What else the group holds, both directions; the permission itself may be among them or not.</param>
/// <param name="Peer">The facts of the peer, when that is a group.</param>
/// <param name="PrefixLists">The lists that the test describes; any other cannot be read.</param>
/// <param name="Actor">The ARN of the role, user or service that opened it; null: nobody is asked.</param>
public sealed record PolicyTest(
    string Name,
    GroupFacts Group,
    Permission Permission,
    ImmutableArray<Permission> Others,
    GroupFacts? Peer,
    ImmutableArray<PrefixList> PrefixLists,
    string? Actor,
    TestExpectation Expect,
    Place Place);
