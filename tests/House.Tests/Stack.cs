using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>A CloudFormation template of this repository, by what tests ask of it.</summary>
internal sealed class Stack(string path)
{
    public static readonly Stack Central = new("template.yaml");
    public static readonly Stack Member = new("functions/Member/template.yaml");

    public string Path => path;

    public YamlMappingNode Root { get; } = Yaml.Load(path);

    public IEnumerable<(string Name, YamlNode Node)> Resources(string type) => Yaml.Fields(Root, "Resources").Where(r => Yaml.Text(r.Node, "Type") == type);

    /// <summary>The properties of one resource; throws where there is none.</summary>
    public YamlNode Properties(string resource) => Yaml.Find(Root, "Resources", resource, "Properties") ?? throw new ArgumentException($"{path} has no resource `{resource}`");

    public IEnumerable<string> Functions => Resources("AWS::Serverless::Function").Select(f => f.Name);

    /// <summary>Everything that brings events to somebody.</summary>
    public IEnumerable<Rule> Rules =>
    [
        .. from function in Functions
           from source in Yaml.Fields(Properties(function), "Events")
           select new Rule(function + source.Name, null, Yaml.Find(source.Node, "Properties", "Pattern"), [Yaml.Find(source.Node, "Properties")!]),
        .. from rule in Resources("AWS::Events::Rule")
           let properties = Yaml.Find(rule.Node, "Properties")
           select new Rule(rule.Name, Yaml.Text(properties, "EventBusName"), Yaml.Find(properties, "EventPattern"), [.. Yaml.Items(properties, "Targets")]),
    ];

    /// <summary>Every statement of every policy that somebody holds by this template, with the resource that it stands in.</summary>
    public IEnumerable<(string Resource, YamlNode Statement)> Held =>
        from holder in new[] { "AWS::IAM::ManagedPolicy", "AWS::IAM::Role", "AWS::Serverless::Function" }.SelectMany(Resources)
        from policy in Yaml.Items(holder.Node, "Properties").Concat(Yaml.Items(holder.Node, "Properties", "Policies"))
        from document in Yaml.Items(policy, "PolicyDocument").Append(policy)
        from statement in Yaml.Items(document, "Statement")
        select (holder.Name, statement);

    public override string ToString() => path;

    /// <param name="Name">As CloudFormation knows it.</param>
    /// <param name="Bus">Null: the account's own.</param>
    /// <param name="Pattern">Null: a schedule.</param>
    /// <param name="Targets">Each with what becomes of an event that it does not take.</param>
    internal sealed record Rule(string Name, string? Bus, YamlNode? Pattern, IReadOnlyList<YamlNode> Targets);
}
