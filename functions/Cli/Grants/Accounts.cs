using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Findings;
using Remediator.Grants;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary>Agreements of a live account, by id.</summary>
internal static class Accounts
{
    /// <summary>The agreement of this id that the caller's account may act on; or null, with why not.</summary>
    public static async Task<Agreement?> Find(this LiveAccount account, string id, List<Problem> refusals, List<Problem> problems, CancellationToken cancel)
    {
        var reading = await account.Books.Agreements.Find(id, cancel).ConfigureAwait(false);
        if (!reading.Succeeded) problems.Add(new Refusal($"{id} could not be read: {reading.Problem}", "try again").ToProblem());
        else if (reading.Value is null) refusals.Add(new Refusal($"there is no lease and no waiver {id} in this table", "`remediator lease list` shows what there is").ToProblem());
        else if (reading.Value.Waiver.Group.Account != account.Caller.Account)
            refusals.Add(new Refusal($"{id} is about account {SafeText.Line(reading.Value.Waiver.Group.Account, 20)}, and this caller is in {account.Caller.Account}", "use credentials of that account").ToProblem());
        return refusals.Count + problems.Count == 0 ? reading.Value : null;
    }
}
