using System.Net;
using Remediator.Aws.Ec2;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Aws.Tests.Ec2;

/// <summary>The adapter with the real client over a service in memory that answers as EC2 is documented to.</summary>
internal sealed class Ec2Account(ScriptedService service)
{
    public const string Own = "111122223333";

    public const string Other = "444455556666";

    public const string Region = "eu-west-1";

    public const string RequestId = "59dbff89-35bd-4eac-99ed-be587example";

    public static readonly GroupKey Group = new(Own, Region, "sg-0a");

    private const string Namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private readonly Ec2Clients _clients = new(_ => TestClient.Of(service), _ => TestClient.Of(service));

    public Ec2SecurityGroups Groups => new(_clients);

    public Ec2GroupFacts Facts => new(_clients);

    public Ec2GroupEdits Edits => new(_clients);

    public Ec2NetworkInterfaces Interfaces => new(_clients);

    public Ec2NetworkAcls Acls => new(_clients);

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Calls => [.. service.Requests.Select(r => r.Form())];

    /// <summary>Each call as its parameters, <c>Name=value</c>, in the order of their names; the version is left out.</summary>
    public IReadOnlyList<string[]> Sent => [.. Calls.Select(call => call.Where(p => p.Key != "Version").Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal).ToArray())];

    /// <summary>Answers of HTTP 200, the first for the first call; each starts with the operation's name, a colon and what stands inside.</summary>
    public static Ec2Account Answering(params string[] answers) => new(ScriptedService.Answering([.. answers.Select(Document)]));

    public static Ec2Account Refusing(HttpStatusCode status, string code, string message) =>
        new(ScriptedService.Answering(ScriptedService.Answer(status, Ec2Errors.Document(code, message))));

    /// <summary>Answers by what the first filter of the call is called.</summary>
    public static Ec2Account Filtering(IReadOnlyDictionary<string, HttpResponseMessage> answers) =>
        new(new ScriptedService((request, _, _) => Task.FromResult(answers[request.Form()["Filter.1.Name"]])));

    /// <summary>An answer of HTTP 200: <c>Operation:inner XML</c>.</summary>
    public static HttpResponseMessage Document(string answer)
    {
        var operation = answer[..answer.IndexOf(':', StringComparison.Ordinal)];
        var inner = answer[(operation.Length + 1)..];
        return ScriptedService.Answer(HttpStatusCode.OK, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{operation}Response xmlns=\"{Namespace}\"><requestId>{RequestId}</requestId>{inner}</{operation}Response>");
    }

    public static Permission Of(Direction direction, string protocol, int? from, int? to, Peer peer)
    {
        var permission = Permission.Create(direction, protocol, from, to, peer, out var problem);
        Assert.True(permission is not null, problem);
        return permission;
    }

    public static Permission Ingress(string protocol, int? from, int? to, string block) => Of(Direction.Ingress, protocol, from, to, Block(block));

    public static Peer Block(string text)
    {
        Assert.True(Cidr.TryParse(text, out var cidr), $"`{text}` is no block");
        return new Peer.Block(cidr, text);
    }
}
