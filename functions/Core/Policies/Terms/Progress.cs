namespace Remediator.Policies.Terms;

/// <summary>How far the reading of a name has come; a name met while it is <see cref="Reading"/> is made of itself.</summary>
internal enum Progress
{
    NotRead,
    Reading,
    Read,
}
