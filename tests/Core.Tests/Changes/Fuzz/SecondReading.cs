namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>What the second reader makes of an event.</summary>
internal sealed class SecondReading
{
    /// <summary>Why an event may rightly be called unreadable.</summary>
    public List<string> Objections { get; } = [];

    /// <summary>Why an event may rightly be ignored.</summary>
    public List<string> Dismissals { get; } = [];

    /// <summary>Why the whole group may rightly be read.</summary>
    public List<string> Doubts { get; } = [];

    public Openings Asked { get; } = new();

    public Openings Answered { get; } = new();

    /// <summary>Whether a reading that claims to be complete must be wrong: something that names a peer cannot be told, and EC2's
    /// answer does not make up for it.</summary>
    public bool CannotBeComplete =>
        Answered.Vague > 0 || (Asked.Vague > 0 && !AnswerMakesUp) || Asked.Count + Answered.Count == 0;

    private bool AnswerMakesUp => Answered.Count > 0 && Answered.Count >= Asked.Count && Asked.VaguePeers.TrueForAll(Answered.Names);
}
