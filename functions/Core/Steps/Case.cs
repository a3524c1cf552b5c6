using Remediator.Changes;
using Remediator.Groups;
using Remediator.Steps.Answering;

namespace Remediator.Steps;

/// <summary>One event as one group meets it: claimed, handled and told by itself.</summary>
/// <param name="Group">The group, where finding it meant reading it.</param>
/// <param name="PrefixList">The list that the event changed, as it is now; null for any other event, and when it could not be read.</param>
internal sealed record Case(Change Change, SecurityGroup? Group = null, PrefixList? PrefixList = null)
{
    /// <summary>For <see cref="ChangeKind.Swept"/>; null for any event.</summary>
    public SweepRules? Sweep { get; init; }

    /// <summary>For <see cref="ChangeKind.Attacked"/>; null for any event.</summary>
    public Attack? Attack { get; init; }
}
