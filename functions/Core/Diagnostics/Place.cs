namespace Remediator.Diagnostics;

/// <summary>A place in a policy file. Line and column count from 1.</summary>
public readonly record struct Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
