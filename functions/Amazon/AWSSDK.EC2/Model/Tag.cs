using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A key and its value.</summary>
public partial class Tag
{
    public Tag()
    {
    }

    public Tag(string key)
    {
        Key = key;
    }

    public Tag(string key, string value)
    {
        Key = key;
        Value = value;
    }

    public string Key { get; set; }

    public string Value { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("Key", Key);
        to.Add("Value", Value);
    }

    internal static Tag Read(XmlReader xml) => xml.Structure(new Tag(), ReadMember);

    private static void ReadMember(Tag tag, string name, XmlReader xml)
    {
        switch (name)
        {
            case "key": tag.Key = xml.Text(); break;
            case "value": tag.Value = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}
