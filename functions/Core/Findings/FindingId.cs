using System.Buffers;
using Remediator.Changes;
using Remediator.Groups;

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

    /// <summary>The text itself where it is short and safe; else a hash of it, so that two texts never meet in one id.</summary>
    public static string Part(string text)
    {
        var plain = text.Length is > 0 and <= MostOfPart && !text.AsSpan().ContainsAnyExcept(Safe);
        return plain && SafeText.Line(text, MostOfPart) == text ? text : $"~{StableHash.Of(text)}";
    }
}
