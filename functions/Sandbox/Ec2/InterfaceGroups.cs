using System.Collections.Concurrent;
using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// The groups of every network interface, kept here as soon as somebody chose them: moto shows an interface with the groups that its
/// instance was started with as well, whatever it was moved to.
/// </summary>
internal sealed class InterfaceGroups
{
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _before = new(StringComparer.Ordinal);

    public void Put(string interfaceId, ImmutableArray<string> before, ImmutableArray<string> groups)
    {
        _before[interfaceId] = before;
        _groups[interfaceId] = groups;
    }

    /// <summary>Leaves those groups in the row that the interface has, or had before its last change.</summary>
    public void Correct(AwsCall call, XElement row)
    {
        var kept = call.IsStale ? _before : _groups;
        if (!kept.TryGetValue(row.Element("networkInterfaceId")!.Value, out var groups) || row.Element("groupSet") is not { } set)
            return;
        set.Elements("item").Where(item => !groups.Contains(item.Element("groupId")!.Value)).Remove();
        set.Add(groups.Except(Of(row)).Select(id => new XElement("item", new XElement("groupId", id))));
    }

    public static ImmutableArray<string> Of(XElement row) => [.. row.Element("groupSet")?.Elements("item").Select(item => item.Element("groupId")!.Value) ?? []];
}
