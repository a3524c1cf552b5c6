using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Aws.Ledger.Json;

/// <summary>The tables of a document (see <see cref="LedgerDocument"/>), read in the order in which they refer to each other.</summary>
internal sealed class LedgerReader
{
    private readonly ImmutableArray<AddressSet> _addresses;
    private readonly ImmutableArray<TrafficSet> _traffic = [];
    private readonly ImmutableArray<Rule> _rules;
    private readonly ImmutableArray<Waiver> _waivers;
    private readonly ImmutableArray<Permission> _permissions;
    private readonly ImmutableArray<Verdict> _verdicts = [];

    public LedgerReader(Part root)
    {
        _addresses = Table(root, "addresses", AddressesJson.Read);
        _traffic = Table(root, "traffic", part => TrafficJson.Read(part, this));
        _rules = Table(root, "rules", RuleJson.Read);
        _waivers = Table(root, "waivers", part => WaiverJson.Read(part, this));
        _permissions = Table(root, "permissions", PermissionJson.Read);
        _verdicts = Table(root, "verdicts", part => VerdictJson.Read(part, this));
    }

    public AddressSet Addresses(Part number) => At(number, _addresses) ?? AddressSet.Empty;

    public TrafficSet Traffic(Part number) => At(number, _traffic) ?? TrafficSet.Empty;

    public Rule? Rule(Part number) => At(number, _rules);

    public Waiver? Waiver(Part number) => At(number, _waivers);

    public Permission? Permission(Part number) => At(number, _permissions);

    public ImmutableArray<Permission> Permissions(Part numbers) => numbers.List(Permission);

    public Verdict? Verdict(Part number) => At(number, _verdicts);

    private static ImmutableArray<T> Table<T>(Part root, string name, Func<Part, T?> read)
        where T : class => root.Optional(name)?.List(read) ?? [];

    private static T? At<T>(Part number, ImmutableArray<T> table)
        where T : class
    {
        var at = number.Int(0, int.MaxValue);
        return at < table.Length ? table[at] : number.Wrong<T?>($"one of the {table.Length} that the document holds", null);
    }
}
