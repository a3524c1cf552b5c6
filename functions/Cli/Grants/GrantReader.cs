using System.CommandLine;
using Remediator.Changes;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Findings;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary>Command line → a waiver that keeps every limit. All that stands against it is told at once.</summary>
internal sealed class GrantReader(GrantOptions options, PolicyFile file, LiveAccount account)
{
    private readonly List<Problem> _refusals = [];
    private readonly List<Problem> _problems = [];

    public async Task<Grant> Read(ParseResult parsed, bool isEmergency, CancellationToken cancel)
    {
        var group = account.KeyOf(parsed.GetRequiredValue(options.Group));
        if (!IsGroup(group.GroupId)) _problems.Add(Problem.Error(null, $"--group is `{SafeText.Line(group.GroupId, 80)}`, which is no id of a group", "write it as `sg-0123456789abcdef0`"));
        var reading = ScopeReader.Read(file.Text, file.Name, [.. parsed.GetRequiredValue(options.Services)], [.. parsed.GetRequiredValue(options.Peers)], group.GroupId);
        _refusals.AddRange(reading.Refusals.ToProblems());
        var actor = await Actor(parsed.GetValue(options.For), group, cancel).ConfigureAwait(false);
        var listed = reading.Scope is null ? AddressSet.Empty : await Listed(reading.Scope, cancel).ConfigureAwait(false);
        var waiver = Waiver(parsed, group, reading.Scope ?? new(ServiceSet.Empty, AddressSet.Empty, []), isEmergency);
        _refusals.AddRange(new GrantLimits(file.Policy!.Waivers, file.Name).Check(waiver, listed, actor, waiver.From).ToProblems());
        return new(_refusals.Count + _problems.Count == 0 ? waiver : null, reading.Scope, [.. _refusals], [.. _problems]);
    }

    private Waiver Waiver(ParseResult parsed, GroupKey group, GrantScope scope, bool isEmergency)
    {
        var now = account.Clock.GetUtcNow();
        // What the ledger keeps of a time.
        var from = now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMillisecond));
        var until = from + parsed.GetRequiredValue(options.Hours);
        var direction = parsed.GetValue(options.Direction) == "egress" ? Direction.Egress : Direction.Ingress;
        var waiver = new Waiver(
            "", group, direction, scope.Services, scope.Addresses, scope.PeerKeys, account.Caller.Arn,
            parsed.GetRequiredValue(options.Reason), parsed.GetValue(options.Ticket), from, until)
        { ReviewBy = isEmergency ? until : null };
        return waiver with { Id = AgreementId.Of(waiver) };
    }

    /// <summary>Who made the change that it is for.</summary>
    private async Task<Actor?> Actor(string? key, GroupKey group, CancellationToken cancel)
    {
        if (key is null) return null;
        if (!Keys.IsEntry(key))
        {
            _problems.Add(Problem.Error(null, $"--for is `{SafeText.Line(key, 80)}`, which is no id of an entry", "write the 32 hexadecimal digits that the notice shows"));
            return null;
        }

        var entry = await account.Books.Ledger.Earlier(key, cancel).ConfigureAwait(false);
        if (!entry.Succeeded) _problems.Add(Problem.Error(null, $"entry {key} could not be read: {SafeText.Line(entry.Problem, 400)}", "try again"));
        else if (entry.Value is null) _refusals.Add(Problem.Error(null, $"there is no entry {key} in this ledger", "take the id from the notice, and the table and region that it came from"));
        else if (entry.Value.Claim.Plan.Group != group)
            _refusals.Add(Problem.Error(null, $"entry {key} is about {SafeText.Line(entry.Value.Claim.Plan.Group.ToString(), 120)}, not {SafeText.Line(group.ToString(), 120)}", "name the group of the entry, or leave --for out"));
        return entry.Value?.Claim.Change.Actor;
    }

    /// <summary>A list is as wide as its entries: one that cannot be read cannot be agreed to.</summary>
    private async Task<AddressSet> Listed(GrantScope scope, CancellationToken cancel)
    {
        var all = AddressSet.Empty;
        foreach (var id in scope.PrefixListIds)
        {
            switch (await account.Ports.Facts.ReadPrefixList(id, account.Caller.Account, account.Place.Region, cancel).ConfigureAwait(false))
            {
                case PrefixListReading.Found found:
                    all = all.Union(found.List.Addresses);
                    break;
                case PrefixListReading.Failed failed:
                    _problems.Add(Problem.Error(null, $"how wide prefix list {SafeText.Line(id, 80)} is could not be read: {SafeText.Line(failed.Problem, 400)}", "try again, or name its blocks"));
                    break;
                default:
                    _refusals.Add(Problem.Error(null, $"there is no prefix list {SafeText.Line(id, 80)} in this region", "check the id"));
                    break;
            }
        }

        return all;
    }

    private static bool IsGroup(string text) => text.Length is > 3 and <= 64 && text.StartsWith("sg-", StringComparison.Ordinal) && text.Skip(3).All(char.IsAsciiLetterOrDigit);
}
