namespace Amazon.SecurityHub.Model;

public class Resource
{
    public ResourceDetails Details { get; set; }

    public string Id { get; set; }

    public Partition Partition { get; set; }

    public string Region { get; set; }

    public string ResourceRole { get; set; }

    public Dictionary<string, string> Tags { get; set; }

    public string Type { get; set; }
}
