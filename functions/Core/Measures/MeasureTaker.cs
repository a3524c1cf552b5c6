using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Threats;

namespace Remediator.Measures;

/// <summary>Takes the measures that a response asks for, each by itself: recorded before it is done, and safe to be asked for again by a
/// later delivery, or by two at once.</summary>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
public sealed class MeasureTaker(Policy policy, Mode ceiling, Defence defence, Invocation invocation)
{
    private const string TooLate = "there was no time left for it";

    /// <param name="interfaces">As they were read a moment ago.</param>
    /// <returns>One for each interface, in their order.</returns>
    public async Task<ImmutableArray<MeasureReport>> Isolate(Threat threat, ThreatResponse response, ImmutableArray<InterfaceFacts> interfaces, CancellationToken cancel)
    {
        var reports = ImmutableArray.CreateBuilder<MeasureReport>();
        foreach (var shown in interfaces.DistinctBy(i => i.Id))
        {
            var means = new Means(defence, invocation);
            reports.Add(means.IsOver
                ? Failed(Isolating.What(shown.Id), TooLate)
                : await new Isolating(policy, new(policy, ceiling, means.Books.Switch), means, threat, response).Run(shown, cancel).ConfigureAwait(false));
        }

        return reports.ToImmutable();
    }

    /// <param name="interfaces">As they were read a moment ago: the remote addresses are blocked in the ACLs of their subnets.</param>
    /// <returns>One for each address that may not be blocked; for each other one for each ACL.</returns>
    public async Task<ImmutableArray<MeasureReport>> Block(Threat threat, ThreatResponse response, ImmutableArray<InterfaceFacts> interfaces, CancellationToken cancel)
    {
        var contacts = threat.Contacts.DistinctBy(c => c.Remote).ToList();
        if (contacts.Count == 0 || interfaces.IsEmpty) return [];
        if (threat.IsPortProbe && !response.Types.Any(t => t.Text == threat.Type.Text))
            return [Declined($"block {contacts.Count} addresses", "they probed ports: such addresses rotate and may be forged, and are blocked only where a response names this very type")];
        var means = new Means(defence, invocation);
        var vpcs = await means.Ask(token => means.Acls.BlocksOf([.. interfaces.Select(i => i.VpcId).Distinct()], threat.Region, token), cancel).ConfigureAwait(false);
        if (vpcs is not { Succeeded: true }) return [Failed("block", $"the addresses of the VPC could not be read: {vpcs?.Problem ?? Reads.NoAnswer}")];
        var reports = ImmutableArray.CreateBuilder<MeasureReport>();
        var allowed = new List<Cidr>();
        foreach (var contact in contacts)
        {
            if (!Cidr.TryParse(contact.Remote.ToString(), out var address)) reports.Add(Declined($"block {SafeText.Ascii(contact.Remote.ToString(), 64)}", "it is no address that an ACL takes"));
            else if (Blockable.WhyNot(address, contact.Owner, policy, vpcs.Value) is { } why) reports.Add(Declined($"block {Blocking.Text(address)}", why));
            else allowed.Add(address);
        }

        if (allowed.Count > 0) reports.AddRange(await Block(threat, response, interfaces, allowed, cancel).ConfigureAwait(false));
        return reports.ToImmutable();
    }

    private async Task<ImmutableArray<MeasureReport>> Block(Threat threat, ThreatResponse response, ImmutableArray<InterfaceFacts> interfaces, List<Cidr> addresses, CancellationToken cancel)
    {
        var means = new Means(defence, invocation);
        var reading = await means.Ask(token => means.Acls.OfSubnets([.. interfaces.Select(i => i.SubnetId).Distinct()], threat.Region, token), cancel).ConfigureAwait(false);
        if (reading is not AclsReading.Found found) return [Failed("block", $"the network ACLs could not be read: {(reading as AclsReading.Failed)?.Problem ?? Reads.NoAnswer}")];
        if (found.Acls.IsEmpty) return [Declined($"block {(addresses is [var only] ? Blocking.Text(only) : $"{addresses.Count} addresses")}", "no network ACL of its subnets can be seen in this account")];
        var reports = ImmutableArray.CreateBuilder<MeasureReport>();
        foreach (var read in found.Acls)
        {
            (NetworkAcl? Shown, string? Problem) acl = (read, null);
            foreach (var address in addresses)
            {
                var own = new Means(defence, invocation);
                var whyNot = own.IsOver ? TooLate : acl.Problem is { } unread ? $"the ACL could not be read: {unread}" : acl.Shown is null ? "the ACL is gone" : null;
                var report = whyNot is not null
                    ? Failed(Blocking.What(read.Id, address), whyNot)
                    : await new Blocking(new(policy, ceiling, own.Books.Switch), own, threat, response).Run(acl.Shown!, address, cancel).ConfigureAwait(false);
                reports.Add(report);
                // The next address sees what this one changed.
                if (!report.Calls.IsEmpty && address != addresses[^1]) acl = await means.Acl(read.Id, threat.Region, cancel).ConfigureAwait(false);
            }
        }

        return reports.ToImmutable();
    }

    private static MeasureReport Declined(string what, string why) => new(what, MeasureResult.Declined, null, why, []);

    private static MeasureReport Failed(string what, string why) => new(what, MeasureResult.Failed, null, why, []) { Problems = [$"{what}: {why}"] };
}
