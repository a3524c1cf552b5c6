using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Core.Tests.Measures;

internal sealed partial class NetworkModel : INetworkAcls
{
    /// <summary>EC2's own last entry, which counts in no quota.</summary>
    private const int Last = 32767;

    public Dictionary<string, NetworkAcl> Acls { get; } = new(StringComparer.Ordinal);

    /// <summary>The ACL of each subnet.</summary>
    public Dictionary<string, string> AclOf { get; } = new(StringComparer.Ordinal);

    /// <summary>Entries an ACL takes in each direction (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html).</summary>
    public int AclQuota { get; set; } = 20;

    public ImmutableArray<Cidr> VpcBlocks { get; set; } = [Block("10.0.0.0/16")];

    /// <summary>What EC2 answers to a new entry for a reason of its own; null: its own behaviour.</summary>
    public Func<AclEntry, AclAnswer?> ObjectsToAdd { get; set; } = _ => null;

    /// <summary>What EC2 answers to the removal of an entry for a reason of its own; null: its own behaviour.</summary>
    public Func<int, AclAnswer?> ObjectsToRemove { get; set; } = _ => null;

    /// <summary>Runs right before a new entry is looked at.</summary>
    public Action<AclEntry> BeforeAdd { get; set; } = _ => { };

    public static Cidr Block(string text) => Cidr.TryParse(text, out var block) ? block : throw new ArgumentException(text);

    public static AclEntry Allow(int number, string block = "0.0.0.0/0") => new(number, IsEgress: false, Allows: true, "-1", Block(block), null);

    /// <summary>As EC2 makes one for a VPC with IPv6: all is let in and out.</summary>
    public NetworkAcl AddAcl(string id, string subnetId, params AclEntry[] entries)
    {
        AclOf[subnetId] = id;
        return Acls[id] = new(id, Vpc, [.. entries, new(Last, false, false, "-1", Block("0.0.0.0/0"), null), new(100, true, true, "-1", Block("0.0.0.0/0"), null), new(Last, true, false, "-1", Block("0.0.0.0/0"), null)]);
    }

    public IEnumerable<string> Denied(string aclId) =>
        Acls[aclId].Entries.Where(e => !e.IsEgress && !e.Allows && e.Number != Last).OrderBy(e => e.Number).Select(e => FormattableString.Invariant($"{e.Number} {e.Protocol} {e.Block}"));

    public Task<AclsReading> OfSubnets(ImmutableArray<string> subnetIds, string region, CancellationToken cancel) => Gate.Pass<AclsReading>("AclsOfSubnets", () =>
        new AclsReading.Found([.. subnetIds.Where(AclOf.ContainsKey).Select(s => AclOf[s]).Distinct().Select(id => Acls[id])]));

    public Task<Reading<NetworkAcl>> Read(string aclId, string region, CancellationToken cancel) => Gate.Pass($"ReadAcl {aclId}", () => new Reading<NetworkAcl>(Acls.GetValueOrDefault(aclId), null));

    public Task<AclAnswer> Add(string aclId, AclEntry entry, string region, CancellationToken cancel)
    {
        var text = FormattableString.Invariant($"AddEntry {aclId} {entry.Number} {entry.Block}");
        return Gate.Pass(text, () =>
        {
            BeforeAdd(entry);
            if (ObjectsToAdd(entry) is { } objection) return objection;
            if (!Acls.TryGetValue(aclId, out var acl)) return new AclAnswer.NotFound(NextRequest());
            if (acl.Entries.Any(e => e.IsEgress == entry.IsEgress && e.Number == entry.Number)) return new AclAnswer.NumberTaken(NextRequest());
            if (acl.Entries.Count(e => e.IsEgress == entry.IsEgress && e.Number != Last) >= AclQuota) return new AclAnswer.Full(NextRequest(), "NetworkAclEntryLimitExceeded");
            Acls[aclId] = acl with { Entries = acl.Entries.Add(entry) };
            return Loses(text) ? new AclAnswer.Refused(null, "the answer was lost", true, PerhapsTaken: true) : (AclAnswer)new AclAnswer.Taken(NextRequest());
        });
    }

    public Task<AclAnswer> Remove(string aclId, int number, bool isEgress, string region, CancellationToken cancel)
    {
        var text = FormattableString.Invariant($"RemoveEntry {aclId} {number}");
        return Gate.Pass(text, () =>
        {
            if (ObjectsToRemove(number) is { } objection) return objection;
            if (!Acls.TryGetValue(aclId, out var acl) || !acl.Entries.Any(e => e.IsEgress == isEgress && e.Number == number)) return new AclAnswer.NotFound(NextRequest());
            Acls[aclId] = acl with { Entries = [.. acl.Entries.Where(e => e.IsEgress != isEgress || e.Number != number)] };
            return Loses(text) ? new AclAnswer.Refused(null, "the answer was lost", true, PerhapsTaken: true) : (AclAnswer)new AclAnswer.Taken(NextRequest());
        });
    }

    public Task<Reading<ImmutableArray<Cidr>>> BlocksOf(ImmutableArray<string> vpcIds, string region, CancellationToken cancel) => Gate.Pass("BlocksOfVpcs", () => new Reading<ImmutableArray<Cidr>>(VpcBlocks, null));
}
