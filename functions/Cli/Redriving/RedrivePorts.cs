using Remediator.Ports;

namespace Remediator.Cli.Redriving;

/// <summary>What <c>redrive</c> asks of the world.</summary>
public sealed record RedrivePorts(IDeadLetters Queue, IEventFunction Function);
