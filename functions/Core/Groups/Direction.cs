namespace Remediator.Groups;

/// <summary>Which way a permission lets traffic pass, seen from the interfaces that carry the group.</summary>
public enum Direction
{
    Ingress,
    Egress,
}
