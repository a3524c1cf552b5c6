using System.Buffers;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>The id of a finding, from account, region, group, permission and rule: the same hole under the same rule has the same
/// finding, whenever and by whomever it is seen. At most 512 characters (ASFF), all of them safe in a URL.</summary>
internal static class FindingId
{
    private const int MostOfPart = 64;

    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static string Of(GroupKey group, Permission permission, string ruleId)
    {
        var content = StableHash.Of(permission.Direction.ToString(), permission.Content);
        return $"remediator/{Part(group.Region)}/{Part(group.Account)}/{Part(group.GroupId)}/{content}/{Part(ruleId)}";
    }

    /// <summary>The ids of all findings that one judged permission has, one for each rule that says something of it.</summary>
    public static ImmutableArray<string> All(GroupKey group, Handled handled) => Absence.IsOne(handled)
        ? [Missing(group, handled.Verdict.Permission, handled.Verdict.Reasons[0].Rule.Id)]
        : [.. handled.Verdict.Reasons.Select(r => Of(group, handled.Verdict.Permission, r.Rule.Id)).Distinct(StringComparer.Ordinal)];

    /// <summary>Never the id of the finding about the same permission being there.</summary>
    public static string Missing(GroupKey group, Permission permission, string ruleId)
    {
        var content = StableHash.Of("missing", permission.Direction.ToString(), permission.Content);
        return $"remediator/{Part(group.Region)}/{Part(group.Account)}/{Part(group.GroupId)}/missing-{content}/{Part(ruleId)}";
    }

    /// <summary>The text itself where it is short and safe; else a hash of it, so that two texts never meet in one id.</summary>
    public static string Part(string text)
    {
        var plain = text.Length is > 0 and <= MostOfPart && !text.AsSpan().ContainsAnyExcept(Safe);
        return plain && SafeText.Line(text, MostOfPart) == text ? text : $"~{StableHash.Of(text)}";
    }
}
