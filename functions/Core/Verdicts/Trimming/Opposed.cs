using Remediator.Network;

namespace Remediator.Verdicts.Trimming;

/// <summary>What one enforcing rule that a permission violates has to say of it, its symbols resolved to the permission's reach.</summary>
/// <param name="Denied">The rule's <c>deny</c>, whatever its <c>unless</c> says.</param>
/// <param name="Allowed">The rule's <c>unless</c>.</param>
internal readonly record struct Opposed(TrafficSet Denied, TrafficSet Allowed);
