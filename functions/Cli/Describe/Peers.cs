using Remediator.Groups;

namespace Remediator.Cli.Describe;

/// <summary>The peers of one entry, each with the description that stands beside it.</summary>
/// <param name="AnyUnread">Some could not be read, and a problem says which.</param>
internal readonly record struct Peers(List<(Peer Peer, string? Description)> Known, bool AnyUnread);
