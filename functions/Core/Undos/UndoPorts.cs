using Remediator.Ports;

namespace Remediator.Undos;

/// <summary>What undoing asks of the world.</summary>
public sealed record UndoPorts(ISecurityGroups Groups, IGroupEdits Edits, Books Books, TimeProvider Clock);
