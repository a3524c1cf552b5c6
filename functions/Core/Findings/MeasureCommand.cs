using System.Buffers;
using System.Globalization;
using Remediator.Containment;

namespace Remediator.Findings;

/// <summary>The AWS CLI line that takes one measure back, for the person who has to finish what failed here.</summary>
/// <remarks>It is pasted into a shell: made only of what cannot mean anything there. A suspension is many calls: none is shown.</remarks>
internal static class MeasureCommand
{
    private const int MostOfId = 40;

    private static readonly SearchValues<char> Safe = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Null where nothing is known to be taken back, or where a shell could read an id otherwise.</summary>
    public static string? Of(Measure measure) => measure switch
    {
        Isolation { Groups.IsEmpty: false } isolation when IsSafe(isolation.Region) && IsSafe(isolation.InterfaceId) && isolation.Groups.All(IsSafe) =>
            $"aws ec2 modify-network-interface-attribute --region {isolation.Region} --network-interface-id {isolation.InterfaceId} --groups {string.Join(' ', isolation.Groups)}",
        AclBlock { Number: { } number } block when IsSafe(block.Region) && IsSafe(block.AclId) =>
            string.Create(CultureInfo.InvariantCulture, $"aws ec2 delete-network-acl-entry --region {block.Region} --network-acl-id {block.AclId} --ingress --rule-number {number}"),
        _ => null,
    };

    private static bool IsSafe(string text) => text.Length is > 0 and <= MostOfId && !text.AsSpan().ContainsAnyExcept(Safe) && text[0] != '-';
}
