using Remediator.Groups;
using Remediator.Threats;

namespace Remediator.Steps.Answering;

/// <summary>Where a threat took place, as it is now: a finding is minutes old.</summary>
/// <param name="Interfaces">Those that were attacked and are still there.</param>
/// <param name="Groups">Those that they carry, each once, with the ids of their permissions.</param>
/// <param name="Problems">What could not be read, though it might be later, or has to be: the event comes again.</param>
/// <param name="Remarks">What else people have to know: what could not be read at all, and what is not as the finding says. Hostile
/// until escaped.</param>
internal sealed record Scene(
    ImmutableArray<InterfaceFacts> Interfaces, ImmutableArray<SecurityGroup> Groups, DoorFacts Facts, ImmutableArray<Unread> Problems, ImmutableArray<string> Remarks)
{
    /// <summary>Because of which there may be more doors in this group than were found.</summary>
    public ImmutableArray<string> ProblemsOf(GroupKey group) =>
        [.. Problems.Where(p => Groups.FirstOrDefault(g => g.Key == group) is not { } read || p.Concerns(read)).Select(p => p.Text)];
}
