using System.Text.Json.Nodes;
using Amazon.EC2.Model;

namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>What is not as it should be at the end of a scene.</summary>
/// <param name="now">The rules of the scene's groups.</param>
internal sealed class EndCheck(Scene scene, Evidence evidence, ImmutableArray<SecurityGroupRule> now)
{
    /// <summary>All of it, for an event that was handled to its end.</summary>
    public IEnumerable<string> Problems() => [.. scene.Groups.SelectMany(OfGroup), .. TooEarly(), .. OwnEvents()];

    /// <summary>For an event that is a dead letter: nothing was said to be done that was not.</summary>
    public IEnumerable<string> ProblemsOfADeadLetter() => TooEarly();

    private IEnumerable<string> OfGroup(Expectation expected) => [.. Rules(expected), .. Once(expected), .. Findings(expected), .. Notices(expected)];

    private IEnumerable<string> Rules(Expectation expected)
    {
        var there = now.Where(rule => rule.GroupId == expected.Group).Select(RuleWords.Of).ToList();
        foreach (var missing in expected.Rules.Except(there))
            yield return $"`{missing}` is not in {expected.Group}";
        foreach (var open in there.Except(expected.Rules))
            yield return $"`{open}` is still in {expected.Group}";
        if (there.Count != there.Distinct().Count())
            yield return $"{expected.Group} holds a rule twice";
    }

    /// <summary>What people opened, and did not close themselves, is either still the same rule, or went in one call.</summary>
    private IEnumerable<string> Once(Expectation expected)
    {
        var standing = now.Select(rule => rule.SecurityGroupRuleId).ToHashSet();
        var revoked = Rows(expected.Group, "revokedSecurityGroupRuleSet", _ => true).Select(RuleWords.Of).ToList();
        var takenBack = Rows(expected.Group, "revokedSecurityGroupRuleSet", read => !IsOwn(read)).Select(row => $"{row["securityGroupRuleId"]}").ToHashSet();
        foreach (var opened in Rows(expected.Group, "securityGroupRuleSet", read => !IsOwn(read)).Where(row => !takenBack.Contains($"{row["securityGroupRuleId"]}")))
        {
            var (words, times) = (RuleWords.Of(opened), revoked.Count(one => one == RuleWords.Of(opened)));
            if (expected.Rules.Contains(words) && !standing.Contains($"{opened["securityGroupRuleId"]}"))
                yield return $"`{words}` is not the rule any more that somebody made in {expected.Group}";
            if (!expected.Rules.Contains(words) && times != 1)
                yield return $"`{words}` of {expected.Group} was revoked {times} times";
        }
    }

    private IEnumerable<string> Findings(Expectation expected)
    {
        var about = evidence.Findings.Where(finding => finding.ToJsonString().Contains(expected.Group, StringComparison.Ordinal)).ToList();
        if (about.Count != expected.Findings)
            yield return $"{expected.Group} has {about.Count} findings instead of {expected.Findings}";
        foreach (var state in about.Select(one => $"{one["Compliance"]?["Status"]} {one["Workflow"]?["Status"]} {one["RecordState"]}").Where(state => state != "PASSED RESOLVED ACTIVE"))
            yield return $"a finding of {expected.Group} is {state}";
    }

    private IEnumerable<string> Notices(Expectation expected)
    {
        var about = evidence.Notices.Where(one => one.Group == expected.Group).ToList();
        var done = about.Where(one => one.SaysDone).ToList();
        if (done.Count == 0)
            yield return $"nobody was sent a notice of what was done to {expected.Group}; sent: {string.Join(", ", about.Select(one => one.Outcome))}";
        if (about.Select(one => one.NoticeId).Distinct().Count() > 1)
            yield return $"notices of {expected.Group} have different ids";
        foreach (var again in done.SkipLast(1).Where(one => !IsExcused(one)))
            yield return $"{again.Outcome} was told again of {expected.Group}, though it had been recorded that it was told";
    }

    /// <summary>A notice may be sent again when it was not recorded that SNS took it: the answer never came, the attempt ended before the
    /// next write to the ledger, or such a write failed.</summary>
    private bool IsExcused(SentNotice notice)
    {
        if (notice.IsAnswerLost)
            return true;
        var after = evidence.Calls.Where(call =>
            call.Delivery == notice.Call.Delivery && call.Attempt == notice.Call.Attempt && call.At > notice.Call.AnsweredAt && call.Action.StartsWith("dynamodb:", StringComparison.Ordinal)).ToList();
        return after.Count == 0 || after.Exists(call => !call.CarriedOut || call.Status != 200);
    }

    /// <summary>Nobody is told that something was put right before it was.</summary>
    private IEnumerable<string> TooEarly()
    {
        foreach (var group in scene.Groups.Select(one => one.Group))
        {
            var first = evidence.Changes.Where(call => call.Request.Contains(group, StringComparison.Ordinal)).Select(call => call.AnsweredAt).DefaultIfEmpty(long.MaxValue).Min();
            foreach (var notice in evidence.Notices.Where(one => one.Group == group && one.SaysDone && one.Call.At < first))
                yield return $"a notice said `{notice.Outcome}` of {group} before anything was done";
            if (evidence.Calls.Any(call => call.Action == "securityhub:BatchImportFindings" && call.CarriedOut && call.At < first && SaysPassed(call.Request, group)))
                yield return $"a finding of {group} passed before anything was done";
        }
    }

    /// <summary>The function's own calls come back as events, and end there.</summary>
    private IEnumerable<string> OwnEvents()
    {
        foreach (var own in evidence.Own.Where(own => !own.Ended.Result.Succeeded))
            yield return $"the event of a call of its own failed: `{Plain.Text(own.Ended.Result.Answer, 200)}`";
        foreach (var call in evidence.Changes.Where(call => evidence.Own.Contains(call.Delivery!)))
            yield return $"it answered a call of its own with {call.Action}";
    }

    private static bool SaysPassed(string request, string group) => JsonNode.Parse(request)!["Findings"]!.AsArray()
        .Any(finding => finding!["Compliance"]?["Status"]?.ToString() == "PASSED" && finding.ToJsonString().Contains(group, StringComparison.Ordinal));

    private IEnumerable<JsonNode> Rows(string group, string set, Func<JsonObject, bool> isWanted) => evidence.Events.Where(isWanted)
        .SelectMany(read => read["detail"]!["responseElements"]?[set]?["items"]?.AsArray() ?? [])
        .Where(row => row!["groupId"]?.ToString() == group).Select(row => row!);

    private static bool IsOwn(JsonObject read) => $"{read["detail"]!["userIdentity"]?["arn"]}".Contains(":assumed-role/remediator-function/", StringComparison.Ordinal);
}
