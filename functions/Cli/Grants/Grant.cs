using Remediator.Cli.Inputs;
using Remediator.Grants;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary>What was asked for, within every limit; or why not.</summary>
/// <param name="Waiver">Null when it is refused or could not be checked.</param>
internal sealed record Grant(Waiver? Waiver, GrantScope? Scope, ImmutableArray<Problem> Refusals, ImmutableArray<Problem> Problems);
