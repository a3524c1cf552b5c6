using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Narrows a Describe call: a name and the values that match any of it.</summary>
public partial class Filter
{
    public Filter()
    {
    }

    public Filter(string name)
    {
        Name = name;
    }

    public Filter(string name, List<string> values)
    {
        Name = name;
        Values = values;
    }

    public string Name { get; set; }

    public List<string> Values { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("Name", Name);
        to.List("Value", Values);
    }
}
