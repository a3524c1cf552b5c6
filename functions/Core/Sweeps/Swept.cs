using Remediator.Memories;

namespace Remediator.Sweeps;

/// <summary>What came of a batch.</summary>
/// <param name="Endings">Of the groups that were swept; fewer than asked for when time ran out.</param>
/// <param name="Memories">What is to be remembered of each, and the version of its note.</param>
internal sealed record Swept(ImmutableArray<Ending> Endings, ImmutableArray<(GroupMemory Memory, int Version)> Memories, ImmutableArray<string> Problems)
{
    /// <summary>Which of the groups have open findings.</summary>
    public IEnumerable<KeyValuePair<string, bool>> Open => Endings.Zip(Memories).Select(s => KeyValuePair.Create(s.First.Group.Key.GroupId, !s.Second.Memory.Open.IsEmpty));
}
