using System.Text.RegularExpressions;

namespace Remediator.House.Tests;

/// <summary>Which room may use which. The table is the architecture: it changes only with a reason, and the reason stands beside it.</summary>
public sealed partial class ImportOrderTests
{
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Network"] = [],
        ["Diagnostics"] = [],
        ["Groups"] = ["Network"],
        // The JSON of any event from outside, read place by place with messages that say where: Changes and Threats are read with it,
        // and hostile text is quoted the same everywhere.
        ["Incoming"] = [],
        ["Changes"] = ["Incoming", "Groups", "Network"],
        ["Threats"] = ["Incoming", "Groups", "Network"],
        ["Waivers"] = ["Groups", "Network"],
        ["Policies"] = ["Network", "Groups", "Diagnostics"],
        ["Verdicts"] = ["Policies", "Incoming", "Changes", "Waivers", "Groups", "Network"],
        ["Remediations"] = ["Verdicts", "Groups", "Network"],
        // What is done about a threat besides closing holes, as it is recorded. Changes: only the hash of its ids; Remediations: a call that was made.
        ["Containment"] = ["Changes", "Threats", "Groups", "Network", "Remediations"],
        // Policies and Network too: a finding names the rule, its severity and the ports it saw. Waivers too: their ends are told.
        // Containment too: measures are told.
        ["Findings"] = ["Verdicts", "Remediations", "Changes", "Threats", "Containment", "Groups", "Policies", "Network", "Waivers"],
        // Groups too: a claim is about one event and one group.
        ["Ledger"] = ["Groups", "Changes", "Threats", "Verdicts", "Remediations"],
        // Changes too: a group may be known by the name that the event gave.
        ["Ports"] = ["Network", "Changes", "Groups", "Policies", "Waivers", "Remediations", "Containment", "Findings", "Ledger"],
        // What may be agreed to is the policy's; leases are opened through the ports with the patience of the steps, and closed as the schedule closes them.
        ["Grants"] = ["Network", "Groups", "Changes", "Diagnostics", "Policies", "Waivers", "Remediations", "Ports", "Steps", "Schedule"],
        // An undo plans and carries out the inverse of an entry. Findings: its words for permissions and hostile text; Grants: its
        // waivers are agreements like any other; Steps: only how long things take in EC2. A measure is undone as it ends by the clock.
        ["Undos"] = ["Containment", "Measures", "Ledger", "Waivers", "Grants", "Remediations", "Verdicts", "Changes", "Groups", "Network", "Ports", "Findings", "Steps"],
        // What is remembered of a group between events, findings and sweeps: apart from Sweeps, since whoever answers a threat asks it who
        // opened a door. Findings: what was told; Remediations: how it ended.
        ["Memories"] = ["Changes", "Groups", "Remediations", "Findings", "Ports"],
        // The steps of Pipeline.cs, kept out of it so that it stays on one screen: they may use what it may.
        // Diagnostics: only where in the policy an answer to a threat is asked for.
        ["Steps"] = ["Network", "Diagnostics", "Groups", "Changes", "Threats", "Containment", "Policies", "Waivers", "Verdicts", "Remediations", "Findings", "Ledger", "Ports", "Memories"],
        // What is done about a threat besides closing holes, and how it ends: through the ports with the patience of the steps. Verdicts,
        // Waivers and Ledger: what a suspension took away is judged again before it is put back; Changes: the form in which a judge is asked.
        ["Measures"] = ["Network", "Groups", "Changes", "Threats", "Containment", "Policies", "Waivers", "Verdicts", "Remediations", "Findings", "Ledger", "Ports", "Steps"],
        // What comes with the clock and not with an event: it ends agreements itself, through the calls that the steps make, has the
        // sweep go on, and is given the pipeline as a function. Measures end by the clock too.
        ["Schedule"] = ["Containment", "Measures", "Groups", "Policies", "Waivers", "Remediations", "Findings", "Ledger", "Ports", "Steps", "Sweeps"],
        // The sweep sends groups through the pipeline, and remembers between its runs what it saw and told.
        ["Sweeps"] = ["Network", "Groups", "Changes", "Policies", "Verdicts", "Remediations", "Findings", "Ports", "Memories", "Steps"],
    };

    [Fact]
    public void Core_rooms_import_only_the_rooms_the_table_allows()
    {
        var wrong = CoreFiles()
            .Where(f => Room(f) is not null)
            .SelectMany(f => Imports(f).Where(i => i != Room(f) && !Rooms[Room(f)!].Contains(i)).Select(i => $"{f} imports {i}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Core_every_room_stands_in_the_table_and_every_entry_is_a_room()
    {
        var rooms = CoreFiles().Select(Room).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Rooms.Keys.Order(StringComparer.Ordinal), rooms);
    }

    [Fact]
    public void Core_only_the_two_pipelines_stand_outside_the_rooms() =>
        Assert.Equal(["functions/Core/Pipeline.cs", "functions/Core/ThreatPipeline.cs"], CoreFiles().Where(f => Room(f) is null).Order(StringComparer.Ordinal));

    [Fact]
    public void Core_names_no_Amazon_namespace() => Assert.Empty(CoreFiles().Where(f => AmazonName().IsMatch(Repository.Text(f))));

    [Fact]
    public void Service_clients_of_Amazon_appear_in_Aws_and_the_Sandbox_only()
    {
        var shells = Repository.Files("functions", "*.cs").Where(f => !f.StartsWith("functions/Amazon/", StringComparison.Ordinal)
            && !f.StartsWith("functions/Aws/", StringComparison.Ordinal) && !f.StartsWith("functions/Sandbox/", StringComparison.Ordinal));
        Assert.Empty(shells.Where(f => ServiceName().IsMatch(Repository.Text(f))));
    }

    [Fact]
    public void The_table_allows_no_circle()
    {
        foreach (var room in Rooms.Keys) Assert.DoesNotContain(room, Reach(room, []));
    }

    private static IReadOnlyList<string> CoreFiles() => Repository.Files("functions/Core", "*.cs");

    private static string? Room(string file) => file.Split('/') is ["functions", "Core", var room, _, ..] ? room : null;

    private static IEnumerable<string> Imports(string file) => Using().Matches(Repository.Text(file)).Select(m => m.Groups["room"].Value).Distinct();

    private static HashSet<string> Reach(string room, HashSet<string> seen)
    {
        foreach (var next in Rooms[room])
            if (seen.Add(next)) Reach(next, seen);
        return seen;
    }

    [GeneratedRegex(@"^\s*using (static |\w+ = )?Remediator\.(?<room>\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bAmazon\.\w+")]
    private static partial Regex AmazonName();

    [GeneratedRegex(@"\bAmazon\.(EC2|SimpleNotificationService|SecurityHub|SecurityToken|Runtime)\b")]
    private static partial Regex ServiceName();
}
