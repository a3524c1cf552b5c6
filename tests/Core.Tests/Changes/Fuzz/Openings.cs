namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>The openings that one part of a record names; vague are those that name a peer but not all of what is opened to it.</summary>
internal sealed class Openings
{
    private readonly HashSet<Opening> _plain = [];

    public IReadOnlyCollection<Opening> Plain => _plain;

    public int Vague { get; private set; }

    /// <summary>How often a peer was met, repetitions included.</summary>
    public int Met { get; private set; }

    public int Count => _plain.Count + Vague;

    /// <summary>Null for one that is vague.</summary>
    public void Add(Opening? opening)
    {
        Met++;
        if (opening is null) Vague++;
        else _plain.Add(opening);
    }
}
