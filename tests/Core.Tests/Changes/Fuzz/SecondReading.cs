namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>What the second reader makes of an event.</summary>
internal sealed class SecondReading
{
    /// <summary>The call; empty when the event names none.</summary>
    public string Name { get; set; } = "";

    /// <summary>Why an event may rightly be called unreadable.</summary>
    public List<string> Objections { get; } = [];

    /// <summary>Why an event may rightly be ignored.</summary>
    public List<string> Dismissals { get; } = [];

    /// <summary>Why the whole group may rightly be read.</summary>
    public List<string> Doubts { get; } = [];

    public Openings Asked { get; } = new();

    public Openings Answered { get; } = new();

    /// <summary>What EC2 did not know of a revoke.</summary>
    public Openings Unknown { get; } = new();

    /// <summary>Ids of rules that a revoke names, and that EC2's answer does not show.</summary>
    public List<string> UnansweredRules { get; } = [];

    /// <summary>How many rules a revoke names by id.</summary>
    public int RulesNamed { get; set; }

    /// <summary>The groups that a call on tags names, or the prefix lists of a call on those.</summary>
    public HashSet<string> Ids { get; } = [];

    /// <summary>Key and value of each tag; the value is null where it cannot be told.</summary>
    public List<(string Key, string? Value)> Tags { get; } = [];

    /// <summary>Whether a reading that claims to be complete must be wrong: something that names a peer cannot be told, and EC2's
    /// answer does not make up for it.</summary>
    public bool CannotBeComplete =>
        Answered.Vague > 0 || Unknown.Vague > 0 || UnansweredRules.Count > 0 || (Asked.Vague > 0 && !AnswerMakesUp) || Asked.Count + Answered.Count == 0;

    /// <summary>Whether EC2 knew nothing of all that a revoke asked for.</summary>
    public bool AllUnknown => Asked.Count > 0 && Asked.Vague + Unknown.Vague + Answered.Count + RulesNamed == 0 && Asked.Plain.All(IsUnknown);

    private bool AnswerMakesUp =>
        Answered.Count > 0 && Answered.Count + Unknown.Count >= Asked.Count + RulesNamed && Asked.VaguePeers.TrueForAll(Answered.Names);

    public bool IsUnknown(Opening opening) => Unknown.Plain.Any(u => u.Covers(opening) && opening.Covers(u));
}
