using System.Text.RegularExpressions;

namespace Remediator.Threats;

/// <summary>Takes a finding type apart by its pattern. There is no list of types: GuardDuty brings new ones every few months.</summary>
internal static partial class ThreatTypeReader
{
    private const int Longest = 200;

    /// <summary>Null when the text is not <c>Purpose:Resource/Family.Mechanism!Artifact</c>.</summary>
    public static ThreatType? Read(string text)
    {
        if (text.Length > Longest) return null;
        var match = Form().Match(text);
        return match.Success ? new(text, match.Groups["purpose"].Value, match.Groups["resource"].Value, match.Groups["family"].Value) : null;
    }

    [GeneratedRegex(@"\A(?<purpose>[A-Za-z0-9]+):(?<resource>[A-Za-z0-9]+)/(?<family>[A-Za-z0-9&_-]+)(?:[.!][A-Za-z0-9&_-]+)*\z")]
    private static partial Regex Form();
}
