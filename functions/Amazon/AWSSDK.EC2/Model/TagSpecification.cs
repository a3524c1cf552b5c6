using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Tags for what a call creates, by kind of resource.</summary>
public partial class TagSpecification
{
    public ResourceType ResourceType { get; set; }

    public List<Tag> Tags { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("ResourceType", ResourceType?.Value);
        to.List("Tag", Tags, static (tag, to) => tag.Write(to));
    }
}
