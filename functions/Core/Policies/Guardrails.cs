using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>Limits on what the tool does by itself. Null: no limit of the kind.</summary>
/// <param name="PerAccount">Revocations an hour in one account.</param>
/// <param name="PerGroup">The same for one group.</param>
/// <param name="PerActor">The same for one actor.</param>
/// <param name="CriticalPerAccount">The breaker for rules of severity critical, which the others do not hold.</param>
/// <param name="Fight">When the same permission is put back again and again.</param>
/// <param name="Protected">Groups that are judged and told, never changed; null: none.</param>
public sealed record Guardrails(int? PerAccount, int? PerGroup, int? PerActor, int? CriticalPerAccount, FightLimit? Fight, GroupSelector? Protected);
