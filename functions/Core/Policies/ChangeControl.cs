using Remediator.Diagnostics;
using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>Who may change the groups that it chooses at all.</summary>
/// <param name="Id">The author's, or <c>changes-N</c>, counted from 1.</param>
/// <param name="RevertOpened">Take away what somebody else opened; else it is told.</param>
/// <param name="RevertClosed">Put back what somebody else closed, as far as a baseline names it; else it is told.</param>
/// <param name="Mode">Its own mode; null: the policy's.</param>
public sealed record ChangeControl(
    string Id, GroupSelector Groups, AllowedActors Allow, bool RevertOpened, bool RevertClosed, Severity Severity, Mode? Mode, string Why, Place Place);
