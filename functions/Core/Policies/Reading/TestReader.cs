using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads one of a policy's own tests. It needs <c>name</c>, <c>given</c> with a service and a peer, and <c>expect</c> with a
/// verdict.</summary>
internal sealed class TestReader(Scope scope)
{
    private const int LongestActor = 2_048;
    private readonly Problems problems = scope.Problems;
    private readonly FactsReader facts = new(scope);
    private readonly GivenReader permissions = new(scope);
    private readonly ExpectReader expectations = new(scope);

    public PolicyTest? Read(Node node)
    {
        if (Fields.Of(node, "a test", Keys.Test, problems) is not { } fields) return null;
        var name = Texts.Line(fields.Require("name", "write `name`: what should hold, in a few words"), "name", Texts.LongestTitle, problems);
        var given = fields.Require("given", "write `given: { service: ssh, peer: 0.0.0.0/0 }`") is { } situation ? Fields.Of(situation, "`given`", Keys.Given, problems) : null;
        var expect = fields.Require("expect", "write `expect: { verdict: violation }`") is { } expected ? expectations.Read(expected) : null;
        return given is null ? null : Of(given, name, expect, fields.Place);
    }

    private PolicyTest? Of(Fields given, string? name, TestExpectation? expect, Place place)
    {
        var group = facts.Group(given.Find("group"));
        var (permission, peer) = permissions.Permission(given, group);
        var others = Nodes.Items(given.Find("also")).Select(item => permissions.Other(item, group)).ToList();
        var lists = new PrefixListReader(scope).Read(given.Find("prefix-lists"), group.Key.Account);
        var actor = Texts.Line(given.Find("actor"), "actor", LongestActor, problems);
        if (name is null || expect is null || permission is null || others.Contains(null)) return null;
        return new(name, group, permission, [.. others.OfType<Permission>()], peer, lists, actor, expect, place);
    }
}
