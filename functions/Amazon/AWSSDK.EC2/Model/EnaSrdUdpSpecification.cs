using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>ENA Express for UDP.</summary>
public partial class EnaSrdUdpSpecification
{
    public bool? EnaSrdUdpEnabled { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("EnaSrdUdpEnabled", EnaSrdUdpEnabled);
    }
}
