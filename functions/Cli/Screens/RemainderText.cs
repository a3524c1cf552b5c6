using Remediator.Findings;
using Remediator.Groups;

namespace Remediator.Cli.Screens;

/// <summary>What would be left of a permission: <c>tcp/0-21 from 0.0.0.0/0, tcp/22 from 203.0.113.0/24</c>.</summary>
internal static class RemainderText
{
    private const int MostListed = 6;

    public static string Of(ImmutableArray<Permission> pieces, GroupKey group)
    {
        var shown = string.Join(", ", pieces.Take(MostListed).Select(p => PermissionText.Of(p, group)));
        return pieces.Length <= MostListed ? shown : $"{shown} and {Counted.Of(pieces.Length - MostListed, "other")}";
    }
}
