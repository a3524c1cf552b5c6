using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>Actors by patterns. An actor is allowed when any pattern of the matching kind fits.</summary>
/// <param name="Roles">Against the ARN of the role behind a session, never against the session's own (its name is the caller's choice).</param>
/// <param name="Users">Against the ARN of an IAM user or of the root user.</param>
/// <param name="Services">Against the service that called (<c>cloudformation.amazonaws.com</c>), which only AWS can set.</param>
public sealed record AllowedActors(ImmutableArray<Pattern> Roles, ImmutableArray<Pattern> Users, ImmutableArray<Pattern> Services);
