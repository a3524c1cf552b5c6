using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>ENA Express on an interface.</summary>
public partial class EnaSrdSpecification
{
    public bool? EnaSrdEnabled { get; set; }

    public EnaSrdUdpSpecification EnaSrdUdpSpecification { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("EnaSrdEnabled", EnaSrdEnabled);
        to.Structure("EnaSrdUdpSpecification", EnaSrdUdpSpecification, static (enaSrdUdpSpecification, to) => enaSrdUdpSpecification.Write(to));
    }
}
