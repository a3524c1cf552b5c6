namespace Remediator.Groups;

/// <summary>What names a security group everywhere: account (12 digits), region and group id (<c>sg-…</c>).</summary>
public readonly record struct GroupKey(string Account, string Region, string GroupId)
{
    public override string ToString() => $"{Account}/{Region}/{GroupId}";
}
