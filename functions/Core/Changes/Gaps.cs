using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>What of a request or an answer could not be understood. Collected while reading, asked when all is read.</summary>
internal sealed class Gaps
{
    private const int MostShown = 3;

    private readonly List<string> _reasons = [];

    /// <summary>How many permissions stand there that could not be read.</summary>
    public int Unread { get; private set; }

    /// <summary>Whether something that we do not know names a peer: it may carry traffic that nothing else names.</summary>
    public bool HidesPeers { get; private set; }

    public bool Any => _reasons.Count > 0;

    /// <summary>The first few reasons, as the end of a sentence.</summary>
    public string Why => string.Join("; ", _reasons.Take(MostShown)) + (_reasons.Count > MostShown ? $"; and {_reasons.Count - MostShown} more" : "");

    /// <summary>A permission that is surely there and could not be read.</summary>
    public void UnreadPermission(string why)
    {
        Unread++;
        _reasons.Add(why);
    }

    /// <summary>An entry of a list that is none: it may be a peer written in a way that we do not know.</summary>
    public void UnreadEntry(JsonCursor place, string expected)
    {
        HidesPeers |= PeerMention.In(place);
        UnreadPermission(place.Not(expected));
    }

    /// <summary>A field that is there twice in different capitals: nobody knows which one counts.</summary>
    public void Twin(JsonCursor place)
    {
        HidesPeers |= PeerMention.In(place);
        UnreadPermission($"`{place.Path}` is there twice, in different capitals");
    }

    /// <summary>Whether CloudTrail left out what should be there: nobody knows how much it was.</summary>
    public bool Omitted { get; private set; }

    public void Omission(JsonCursor place)
    {
        Omitted = true;
        _reasons.Add($"`{place.Path}` was omitted by CloudTrail as too large");
    }

    /// <summary>A field, or an entry, that no shape we know has.</summary>
    public void Unfamiliar(JsonCursor place)
    {
        if (place.IsNothing) return;
        HidesPeers |= PeerMention.In(place);
        _reasons.Add($"`{place.Path}` is not known, and may carry permissions");
    }
}
