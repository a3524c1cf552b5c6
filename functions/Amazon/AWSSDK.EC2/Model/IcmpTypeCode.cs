using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An ICMP type and code; -1 for all.</summary>
public partial class IcmpTypeCode
{
    public int? Code { get; set; }

    public int? Type { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("Code", Code);
        to.Add("Type", Type);
    }

    internal static IcmpTypeCode Read(XmlReader xml) => xml.Structure(new IcmpTypeCode(), ReadMember);

    private static void ReadMember(IcmpTypeCode found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "code": found.Code = xml.Int(); break;
            case "type": found.Type = xml.Int(); break;
            default: xml.Skip(); break;
        }
    }
}
