using Remediator.Groups;

namespace Remediator.Remediations;

/// <summary>What is to be done about the verdicts on one group.</summary>
/// <param name="Calls">The Revoke calls, one for each direction and each thousand permissions.</param>
/// <param name="Spared">The verdicts that ask for no call, each with why it is only observed or told.</param>
public sealed record Plan(GroupKey Group, ImmutableArray<Revocation> Calls, ImmutableArray<Handled> Spared);
