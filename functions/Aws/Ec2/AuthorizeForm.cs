using Amazon.EC2.Model;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Aws.Ec2;

/// <summary>What EC2 said to an Authorize call, as the core's answer.</summary>
internal static class AuthorizeForm
{
    public const string NotTrue = "EC2 answered without `return` being true, which it documents for success";

    /// <summary>A row that cannot be read as a permission proves nothing: it is left out, and a read decides.</summary>
    public static AuthorizeAnswer Taken(Restoration call, string? requestId, bool? returned, List<SecurityGroupRule>? created) => returned == true
        ? new AuthorizeAnswer.Taken(requestId, [.. (created ?? []).Select(rule => PermissionForm.Read(rule, call.Group.Account, out _)).OfType<Permission>()])
        : new AuthorizeAnswer.Refused(requestId, NotTrue, false, PerhapsTaken: true);

    public static AuthorizeAnswer Refused(AwsFailure failure) => failure.Code switch
    {
        Ec2Codes.Duplicate => new AuthorizeAnswer.Duplicate(failure.RequestId),
        Ec2Codes.RulesExceeded => new AuthorizeAnswer.Full(failure.RequestId),
        _ when Ec2Codes.IsNoGroup(failure) => new AuthorizeAnswer.GroupNotFound(failure.RequestId),
        _ => new AuthorizeAnswer.Refused(failure.RequestId, failure.Problem, failure.Retryable, failure.PerhapsTaken),
    };
}
