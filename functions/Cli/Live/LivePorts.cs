using Remediator.Aws.Sts;
using Remediator.Ports;

namespace Remediator.Cli.Live;

/// <summary>What verbs on a live account ask of the world.</summary>
/// <param name="WhoCalls">The STS caller: never typed, never guessed.</param>
public sealed record LivePorts(Books Books, ISecurityGroups Groups, IGroupFacts Facts, IGroupEdits Edits, INetworkInterfaces Interfaces, INetworkAcls Acls, Func<CancellationToken, Task<Reading<Caller>>> WhoCalls);
