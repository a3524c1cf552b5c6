namespace Remediator.Ports;

/// <summary>Sets of marks under a name. Adding a mark twice counts once, so that a second delivery of an event counts nothing twice.</summary>
public interface ITallies
{
    /// <summary>Adds all of these, or none where the tally would then hold more than <paramref name="most"/>. One round trip, atomic.</summary>
    /// <param name="tally">Its name, which carries the hour where it counts by the hour.</param>
    /// <param name="marks">At most 1,000 of at most 64 ASCII characters.</param>
    /// <param name="most">Null: as many as come.</param>
    /// <param name="until">When it may be forgotten.</param>
    Task<TallyAnswer> Add(string tally, ImmutableHashSet<string> marks, int? most, DateTimeOffset until, CancellationToken cancel);

    /// <summary>Takes marks out again; those that are not in it are no problem.</summary>
    Task<Answer> Remove(string tally, ImmutableHashSet<string> marks, CancellationToken cancel);
}
