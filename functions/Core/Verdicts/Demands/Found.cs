namespace Remediator.Verdicts.Demands;

/// <summary>One demand that is not fulfilled, or of which nobody can tell; see <see cref="Lapse"/>.</summary>
internal readonly record struct Found(string Expected, string Read, bool IsKnown)
{
    public static Found Broken(string expected, string read) => new(expected, read, true);

    public static Found Unknown(string expected, string read) => new(expected, read, false);
}
