using Remediator.Containment;
using Remediator.Steps;
using Remediator.Threats;

namespace Remediator.Aws.Hosting;

/// <summary>What the line of a finding says: what GuardDuty saw, and what was done besides closing. Each group has a line of its own.</summary>
internal static class ThreatLine
{
    public static void Write(LineJson line, Result.Answered answered)
    {
        Write(line, answered.Threat);
        line.Number("groups", answered.Groups.Length);
        line.Text("nothingClosedBecause", answered.WhyNothing);
        if (answered.Measures.IsEmpty) return;
        line.Objects("measures", answered.Measures, measure => Write(line, measure));
        line.Objects("calls", [.. answered.Measures.SelectMany(m => m.Calls)], call => EventLine.Write(line, call));
    }

    private static void Write(LineJson line, Threat threat)
    {
        line.Text("findingId", threat.Id);
        line.Text("findingType", threat.Type.Text);
        line.Number("findingSeverity", threat.Severity);
        line.Time("findingUpdatedAt", threat.UpdatedAt);
        line.Number("findingCount", threat.Count);
        line.Text("account", threat.Account);
        line.Text("region", threat.Region);
        line.Text("role", threat.Role.ToString());
        line.Text("direction", threat.Direction.ToString());
        line.Texts("instances", threat.InstanceIds);
        line.Texts("contacts", [.. threat.Contacts.Select(Contact)]);
    }

    /// <summary><c>203.0.113.9 tcp/22</c>, as far as the finding says it.</summary>
    private static string Contact(Contact contact) => (contact.Protocol, contact.LocalPort) switch
    {
        (null, null) => $"{contact.Remote}",
        (null, { } port) => $"{contact.Remote} port {port}",
        ({ } protocol, null) => $"{contact.Remote} {protocol}",
        var (protocol, port) => $"{contact.Remote} {protocol}/{port}",
    };

    private static void Write(LineJson line, MeasureReport measure)
    {
        line.Text("measure", measure.What);
        line.Text("result", measure.Result.ToString());
        line.Text("id", measure.Measure?.Id);
        line.Text("detail", measure.Detail);
    }
}
