using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Policies.Selectors;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads one entry of <c>changes</c>. It needs <c>allow</c>, be it with empty lists; unless said, it is about every group,
/// what others open or close is told, and the severity is medium.</summary>
internal sealed class ChangesReader(Scope scope)
{
    private const string DefaultWhy = "only those whom the policy names may change the group";

    /// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html.</summary>
    private static readonly ImmutableArray<string> Partitions = ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

    /// <summary>What the ARN of a role, or of an IAM user or the root user, looks like
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html).</summary>
    private static readonly ImmutableArray<Pattern> RoleForms = Forms("role/*");
    private static readonly ImmutableArray<Pattern> UserForms = [.. Forms("user/*"), .. Forms("root")];
    private static readonly ImmutableArray<Pattern> ServiceForms = [new("?*.?*")];
    private readonly Problems problems = scope.Problems;

    /// <param name="number">Counted from 1, for the id of one that has none.</param>
    public ChangeControl? Read(Node node, int number)
    {
        if (Fields.Of(node, "an entry of `changes`", Keys.Changes, problems) is not { } fields) return null;
        var idNode = fields.Find("id");
        var id = Texts.Name(idNode, "id", problems) ?? string.Create(CultureInfo.InvariantCulture, $"changes-{number}");
        scope.Ids.Take(id, idNode?.Place ?? fields.Place);
        var groups = fields.Find("groups") is { } chosen ? Selectors.Read(chosen, scope) : Chosen.By(GroupSelector.Any);
        var allow = fields.Require("allow", "write `allow: { roles: [\"arn:aws:iam::*:role/…\"] }`; `allow: { roles: [] }` allows nobody") is { } allowed ? Allow(allowed) : null;
        var opened = Language.Revert(fields.Find("opened"), "opened", problems) ?? false;
        var closed = Language.Revert(fields.Find("closed"), "closed", problems) ?? false;
        var severity = Language.Severity(fields.Find("severity"), problems) ?? Severity.Medium;
        var mode = Language.Mode(fields.Find("mode"), problems);
        var why = Texts.Line(fields.Find("why"), "why", Texts.LongestWhy, problems) ?? DefaultWhy;
        return groups is null || allow is null ? null : new(id, groups.Selector, allow, opened, closed, severity, mode, why, fields.Place);
    }

    private AllowedActors? Allow(Node node)
    {
        if (Fields.Full(node, "`allow`", Keys.Allow, problems) is not { } fields) return null;
        var roles = Actors(fields, "roles", RoleForms, "write the role behind a session, as `arn:aws:iam::*:role/terraform-*`");
        var users = Actors(fields, "users", UserForms, "write an IAM user or the root user, as `arn:aws:iam::111122223333:user/ann`");
        var services = Actors(fields, "services", ServiceForms, "write the name by which a service calls, as `cloudformation.amazonaws.com`");
        return new(roles, users, services);
    }

    /// <summary>An empty list is nobody of the kind. A pattern that no actor of the kind can match is a mistake.</summary>
    private ImmutableArray<Pattern> Actors(Fields fields, string key, ImmutableArray<Pattern> forms, string help)
    {
        var node = fields.Find(key);
        if (node is null or ListNode { Items.IsEmpty: true } || Patterns.Read(node, key, problems) is not { } patterns) return [];
        foreach (var (pattern, item) in patterns.Zip(Nodes.Items(node)))
            if (!forms.Any(form => PatternLogic.Meet(pattern, form)))
                problems.Add(Codes.BadActor, item.Place, $"no actor of `{key}` is ever called {UserText.Quote(pattern.Text)}", help);
        return patterns;
    }

    private static ImmutableArray<Pattern> Forms(string resource) => [.. Partitions.Select(partition => new Pattern($"arn:{partition}:iam::????????????:{resource}"))];
}
