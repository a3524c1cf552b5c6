using Remediator.Changes;
using Remediator.Threats;

namespace Remediator.Containment;

/// <summary>The finding that a measure answers, as far as it has to be remembered.</summary>
/// <param name="FindingArn">Null where the finding had none.</param>
/// <param name="Ports">The local ports that it named, each once, rising.</param>
public sealed record Cause(string FindingId, string? FindingArn, string Type, double Severity, ImmutableArray<int> Ports)
{
    public static Cause Of(Threat threat) =>
        new(threat.Id, threat.Arn, threat.Type.Text, threat.Severity, [.. threat.Contacts.Select(c => c.LocalPort).OfType<int>().Distinct().Order()]);

    /// <summary>Whether a later state of the same finding is worse than this one, so that what a person undid counts no more: more
    /// severe, or about ports that this one did not name.</summary>
    public bool IsOutgrownBy(Cause later) => later.Severity > Severity || later.Ports.Except(Ports).Any();

    /// <summary>32 hexadecimal digits, the same for every delivery and update of the finding.</summary>
    /// <param name="target">What the measure is about, such as an interface.</param>
    /// <param name="generation">1, and one more each time that the measure is taken anew after its end.</param>
    public string MeasureId(string kind, string target, int generation) => StableHash.Of("measure", kind, FindingId, target, $"{generation}");

    public bool Equals(Cause? other) => other is not null && (FindingId, FindingArn, Type, Severity) == (other.FindingId, other.FindingArn, other.Type, other.Severity) && Ports.SequenceEqual(other.Ports);

    public override int GetHashCode() => FindingId.GetHashCode(StringComparison.Ordinal);
}
