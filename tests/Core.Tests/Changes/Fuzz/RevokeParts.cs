namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>What is special about a revoke: EC2 may not know something of it, and rules may be named by id alone.</summary>
internal static class RevokeParts
{
    public static void Read(Node? request, Node? answer, bool egress, string name, SecondReading reading)
    {
        var answered = GroupFinder.Fields(answer, name + "Response");
        foreach (var (_, set) in answered.Where(m => Is(m.Name, "unknownIpPermissionSet")))
            PartReader.Read(set, egress, "ipPermissions", "", reading.Unknown, reading.Doubts);
        var rules = answered.Where(m => Is(m.Name, "revokedSecurityGroupRuleSet")).SelectMany(m => GroupFinder.Objects(m.Value)).ToList();
        var shown = rules.Select(r => Services.Member(r, "securityGroupRuleId")?.Text).ToHashSet();
        foreach (var (_, ids) in GroupFinder.Fields(request, name + "Request").Where(m => FamiliarShape.IsRuleIds(m.Name) && !m.Value.IsNothing))
        {
            reading.Doubts.Add("rules named by id");
            reading.RulesNamed++;
            reading.UnansweredRules.AddRange(Texts(ids).Where(id => !shown.Contains(id)));
        }

        DoubtWhatBecame(answered, reading);
    }

    private static void DoubtWhatBecame(List<(string Name, Node Value)> answered, SecondReading reading)
    {
        if (reading.Unknown.Plain.Any(u => !reading.Asked.Plain.Any(a => a.Covers(u) && u.Covers(a)))) reading.Doubts.Add("unknown, but not asked for");
        var lists = answered.Any(m => Is(m.Name, "revokedSecurityGroupRuleSet"));
        if (lists && reading.Asked.Plain.Any(a => !reading.IsUnknown(a) && !reading.Answered.Plain.Any(r => r.Covers(a) && a.Covers(r)))) reading.Doubts.Add("asked for, and not answered");
        if (reading.Asked.Vague > 0) reading.Doubts.Add("asked for unclearly");
        if (reading.AllUnknown) reading.Dismissals.Add("nothing was known");
    }

    private static IEnumerable<string> Texts(Node node) => node.Kind == NodeKind.Text
        ? node.Raw.Length == 0 ? [] : [node.Raw]
        : node.Items.SelectMany(Texts).Concat(node.Members.Where(m => !Is(m.Name, "tag")).SelectMany(m => Texts(m.Value)));

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
