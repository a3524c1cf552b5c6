namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>The openings that one part of a record names; vague are those that name a peer but not all of what is opened to it.</summary>
internal sealed class Openings
{
    private readonly HashSet<Opening> _plain = [];

    public IReadOnlyCollection<Opening> Plain => _plain;

    public int Vague { get; private set; }

    /// <summary>Peers of vague openings, where the peer at least is plain.</summary>
    public List<string> VaguePeers { get; } = [];

    /// <summary>How often a peer was met, repetitions included.</summary>
    public int Met { get; private set; }

    public int Count => _plain.Count + Vague;

    public void Add(Opening opening)
    {
        Met++;
        _plain.Add(opening);
    }

    /// <summary>Null for a peer that is not plain itself.</summary>
    public void AddVague(string? peer)
    {
        Met++;
        Vague++;
        if (peer is not null) VaguePeers.Add(peer);
    }

    public bool Names(string peer) => _plain.Any(opening => Opening.PeerCovers(opening.Peer, peer));
}
