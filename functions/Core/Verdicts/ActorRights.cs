using Remediator.Changes;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts;

/// <summary>Whether an actor is one of those whom a policy lets change a group: by the role behind a session, by the user, or by the
/// AWS service that called. A session's own name and a user agent are the caller's choice, and are never asked.</summary>
internal static class ActorRights
{
    /// <summary><c>arn:partition:service:region:account:resource</c>
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).</summary>
    private const int PartsOfArn = 6;

    public static bool Allows(this AllowedActors allowed, Actor actor)
    {
        if (RoleOf(actor) is { } role && Fits(allowed.Roles, role)) return true;
        if (IsOfIam(actor.Arn, "user/", "root") && Fits(allowed.Users, actor.Arn)) return true;
        return actor.Service is { } service && allowed.Services.Any(pattern => pattern.Matches(service));
    }

    /// <summary>The issuer of a federated user's session is a user, and no role.</summary>
    private static string? RoleOf(Actor actor)
    {
        if (actor.IssuerArn is { } issuer) return IsOfIam(issuer, "role/") ? issuer : null;
        return IsOfIam(actor.Arn, "role/") ? actor.Arn : null;
    }

    private static bool IsOfIam(string arn, params ReadOnlySpan<string> resources)
    {
        var parts = arn.Split(':', PartsOfArn);
        if (parts.Length < PartsOfArn || parts[0] != "arn" || parts[2] != "iam") return false;
        foreach (var resource in resources)
            if (resource.EndsWith('/') ? parts[^1].StartsWith(resource, StringComparison.Ordinal) : parts[^1] == resource) return true;
        return false;
    }

    private static bool Fits(ImmutableArray<Pattern> patterns, string arn) => patterns.Any(pattern => Fits(pattern, arn));

    /// <summary>Part by part: a star for the account never reaches into the role, whose path may hold a colon.</summary>
    private static bool Fits(Pattern pattern, string arn)
    {
        var wanted = pattern.Text.Split(':', PartsOfArn);
        return wanted.Length < PartsOfArn
            ? pattern.Matches(arn)
            : wanted.Zip(arn.Split(':', PartsOfArn), (want, part) => new Pattern(want).Matches(part)).All(fits => fits);
    }
}
