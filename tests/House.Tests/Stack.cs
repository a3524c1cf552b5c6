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

    /// <summary>Every rule that brings events to somebody: its name as CloudFormation knows it, its pattern if it has one, and its targets.</summary>
    public IEnumerable<(string Name, YamlNode? Pattern, IReadOnlyList<YamlNode> Targets)> Rules =>
    [
        .. Functions.SelectMany(f => Yaml.Fields(Properties(f), "Events").Select(e => (f + e.Name, Yaml.Find(e.Node, "Properties", "Pattern"), (IReadOnlyList<YamlNode>)[Yaml.Find(e.Node, "Properties")!]))),
        .. Resources("AWS::Events::Rule").Select(r => (r.Name, Yaml.Find(r.Node, "Properties", "EventPattern"), (IReadOnlyList<YamlNode>)[.. Yaml.Items(r.Node, "Properties", "Targets")])),
    ];

    /// <summary>Every statement of every policy that somebody holds by this template, with the resource that it stands in.</summary>
    public IEnumerable<(string Resource, YamlNode Statement)> Held =>
        from holder in new[] { "AWS::IAM::ManagedPolicy", "AWS::IAM::Role", "AWS::Serverless::Function" }.SelectMany(Resources)
        from policy in Yaml.Items(holder.Node, "Properties").Concat(Yaml.Items(holder.Node, "Properties", "Policies"))
        from document in Yaml.Items(policy, "PolicyDocument").Append(policy)
        from statement in Yaml.Items(document, "Statement")
        select (holder.Name, statement);

    public override string ToString() => path;
}
