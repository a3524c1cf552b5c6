namespace Remediator.Threats;

/// <summary>What a finding's parts say, gathered while they are read. However large the finding, only so much is kept.</summary>
internal sealed class Activity
{
    private const int MostContacts = 10_000;

    /// <summary>GuardDuty names at most 400 resources in one finding.</summary>
    private const int MostResources = 1_000;

    private readonly Distinct<Contact> _contacts = new(MostContacts);
    private readonly Distinct<string> _instances = new(MostResources);
    private readonly Distinct<string> _others = new(MostResources);
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly List<ThreatInterface> _interfaces = [];

    private ThreatDirection _direction;

    public bool? WasBlocked { get; set; }

    public bool IsPortProbe { get; set; }

    /// <summary>One connection went this way; one that came in outweighs those that went out.</summary>
    public void Went(ThreatDirection direction)
    {
        if (_direction != ThreatDirection.Inbound && direction != ThreatDirection.Unknown) _direction = direction;
    }

    public void Add(Contact contact) => _contacts.Add(contact with { Owner = null }, contact);

    public void AddInstance(string id) => _instances.Add(id, id);

    public void AddOther(string what) => _others.Add(what, what);

    /// <summary>One more interface; what names the same one twice is one.</summary>
    public void Add(ThreatInterface found)
    {
        if (found.InstanceId is { } instance) AddInstance(instance);
        if (found.Id is { } id && _byId.TryGetValue(id, out var at)) _interfaces[at] = Merged(_interfaces[at], found);
        else if (_interfaces.Count < MostResources)
        {
            if (found.Id is { } own) _byId.Add(own, _interfaces.Count);
            _interfaces.Add(found);
        }
    }

    public Threat In(Threat threat)
    {
        var probed = IsPortProbe || threat.Type.Family.StartsWith("PortProbe", StringComparison.Ordinal);
        return threat with
        {
            Direction = _direction,
            WasBlocked = WasBlocked,
            IsPortProbe = probed,
            InstanceIds = _instances.All,
            Interfaces = [.. _interfaces],
            Contacts = _contacts.All,
            OtherResources = _others.All,
        };
    }

    private static ThreatInterface Merged(ThreatInterface one, ThreatInterface other) => new(
        one.Id, one.InstanceId ?? other.InstanceId, one.VpcId ?? other.VpcId, one.SubnetId ?? other.SubnetId)
    {
        Addresses = [.. one.Addresses.Union(other.Addresses)],
        GroupIds = [.. one.GroupIds.Union(other.GroupIds, StringComparer.Ordinal)],
    };
}
