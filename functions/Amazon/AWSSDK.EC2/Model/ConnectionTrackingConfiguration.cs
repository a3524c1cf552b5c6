using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Idle time-outs of tracked connections, in seconds.</summary>
public partial class ConnectionTrackingConfiguration
{
    public int? TcpEstablishedTimeout { get; set; }

    public int? UdpStreamTimeout { get; set; }

    public int? UdpTimeout { get; set; }

    internal static ConnectionTrackingConfiguration Read(XmlReader xml) => xml.Structure(new ConnectionTrackingConfiguration(), ReadMember);

    private static void ReadMember(ConnectionTrackingConfiguration found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "tcpEstablishedTimeout": found.TcpEstablishedTimeout = xml.Int(); break;
            case "udpStreamTimeout": found.UdpStreamTimeout = xml.Int(); break;
            case "udpTimeout": found.UdpTimeout = xml.Int(); break;
            default: xml.Skip(); break;
        }
    }
}
