using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>The notes that a sweep keeps of an account and region.</summary>
internal static class NoteNames
{
    public static string OfRound(Invocation own) => $"sweep/{own.Account}/{own.Region}";

    public static string OfRules(Invocation own) => $"rules/{own.Account}/{own.Region}";

    public static string OfOpenGroups(Invocation own) => $"open/{own.Account}/{own.Region}";
}
