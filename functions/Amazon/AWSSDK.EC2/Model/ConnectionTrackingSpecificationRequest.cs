using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Timeouts of tracked connections, in seconds.</summary>
public partial class ConnectionTrackingSpecificationRequest
{
    public int? TcpEstablishedTimeout { get; set; }

    public int? UdpStreamTimeout { get; set; }

    public int? UdpTimeout { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("TcpEstablishedTimeout", TcpEstablishedTimeout);
        to.Add("UdpStreamTimeout", UdpStreamTimeout);
        to.Add("UdpTimeout", UdpTimeout);
    }
}
