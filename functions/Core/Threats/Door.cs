using Remediator.Groups;

namespace Remediator.Threats;

/// <summary>One permission that lets one contact of a finding in on one interface.</summary>
/// <param name="Interface">One that carries the group.</param>
/// <param name="Permission">Ingress.</param>
public sealed record Door(InterfaceFacts Interface, GroupKey Group, Permission Permission, Contact Contact);
