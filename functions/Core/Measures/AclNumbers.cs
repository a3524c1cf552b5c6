using System.Globalization;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Measures;

/// <summary>Which number an entry of ours gets in a network ACL, or why it gets none.</summary>
/// <remarks>INVARIANT: always the lowest number that is free. All who choose at the same time try the same one, and EC2 gives a number
/// once: whoever gets the next one has seen the one before, so that together they never make an ACL hold more than it may.</remarks>
internal static class AclNumbers
{
    /// <summary>The entry that a block is: inbound, every protocol, one address.</summary>
    public static AclEntry Entry(int number, Cidr address) => new(number, IsEgress: false, Allows: false, "-1", address, null);

    public static bool Holds(NetworkAcl acl, int number, Cidr address) => acl.Entries.Contains(Entry(number, address));

    /// <summary>The inbound entry with this number; null where there is none.</summary>
    public static AclEntry? At(NetworkAcl acl, int number) => acl.Entries.FirstOrDefault(e => !e.IsEgress && e.Number == number);

    /// <param name="band">Of our own numbers, both included.</param>
    /// <param name="most">How many entries of ours the ACL holds at most.</param>
    /// <returns>A number, or why there is none. <c>IsThere</c>: both, since an entry just like ours stands there already, and only the
    /// record says whose it is.</returns>
    public static (int? Number, string? WhyNot, bool IsThere) Choose(NetworkAcl acl, Cidr address, (int From, int To) band, int most)
    {
        var inbound = acl.Entries.Where(e => !e.IsEgress).ToList();
        var admitting = inbound.Where(e => e.Allows && Covers(e.Block, address)).Select(e => e.Number).Order().ToList();
        if (admitting.Count == 0) return (null, "no entry of the ACL lets the address in", false);
        var denying = inbound.Where(e => DeniesAll(e, address) && e.Number < admitting[0]).OrderBy(e => e.Number).ToList();
        if (denying.Find(e => IsOurKind(e, band) && e.Block == address) is { } same) return (same.Number, Denied(same), true);
        if (denying.Count > 0) return (null, Denied(denying[0]), false);
        if (admitting[0] <= band.From) return (null, Text($"entry {admitting[0]} lets the address in, and lies below our numbers {band.From} to {band.To}: renumber it, or choose lower `acl-numbers` in the policy"), false);
        var ours = inbound.Count(e => IsOurKind(e, band));
        if (ours >= most) return (null, Text($"the ACL holds {ours} entries of ours, and the policy allows {most}"), false);
        var taken = inbound.Select(e => e.Number).ToHashSet();
        for (var number = band.From; number <= band.To && number < admitting[0]; number++)
            if (!taken.Contains(number)) return (number, null, false);
        return (null, Text($"no number from {band.From} to {band.To} is free below entry {admitting[0]}, which lets the address in"), false);
    }

    /// <summary>Whether an entry with this number would decide before any that lets the address in.</summary>
    public static bool Decides(NetworkAcl acl, int number, Cidr address) => !acl.Entries.Any(e => !e.IsEgress && e.Allows && e.Number <= number && Covers(e.Block, address));

    private static bool IsOurKind(AclEntry entry, (int From, int To) band) =>
        entry.Number >= band.From && entry.Number <= band.To && entry == Entry(entry.Number, entry.Block) && entry.Block.Length == Cidr.Width(entry.Block.Family);

    private static bool DeniesAll(AclEntry entry, Cidr address) => !entry.Allows && entry.Protocol == "-1" && entry.Ports is null && Covers(entry.Block, address);

    private static string Denied(AclEntry entry) => Text($"entry {entry.Number} denies the address already");

    private static bool Covers(Cidr block, Cidr address) => block.Family == address.Family && block.First <= address.First && address.Last <= block.Last;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
