using Remediator.Changes;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

public sealed class ActorRightsTests
{
    private const string Session = "arn:aws:sts::111122223333:assumed-role/terraform-main/terraform-main";

    [Theory]
    [InlineData("arn:aws:iam::*:role/terraform-*", Session, "arn:aws:iam::111122223333:role/terraform-main", true)]
    [InlineData("arn:aws:iam::*:role/terraform-*", "arn:aws:iam::111122223333:role/terraform-main", null, true)]
    [InlineData("arn:aws:iam::*:role/terraform-*", Session, "arn:aws:iam::111122223333:role/developer", false)]
    [InlineData("*", Session, null, false)] // the session's name is the caller's choice
    [InlineData("*terraform*", "arn:aws:sts::111122223333:assumed-role/developer/terraform", "arn:aws:iam::111122223333:role/developer", false)]
    [InlineData("*", "arn:aws:sts::111122223333:federated-user/jane", "arn:aws:iam::111122223333:user/jane", false)]
    [InlineData("arn:aws:iam::*:role/terraform-*", Session, "arn:aws:iam::111122223333:role/x:role/terraform-y", false)]
    [InlineData("arn:aws:iam::444455556666:role/terraform-*", Session, "arn:aws:iam::111122223333:role/terraform-main", false)]
    public void Role_is_the_one_behind_the_session(string pattern, string arn, string? issuer, bool expected) =>
        Assert.Equal(expected, new AllowedActors([new Pattern(pattern)], [], []).Allows(Actor(arn, issuer)));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/*", "arn:aws:iam::111122223333:user/jane", true)]
    [InlineData("arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:root", true)]
    [InlineData("*", "arn:aws:iam::111122223333:role/admin", false)]
    [InlineData("*", "root of 111122223333", false)]
    [InlineData("*", Session, false)]
    public void User_is_one_of_IAM_or_the_root_user(string pattern, string arn, bool expected) =>
        Assert.Equal(expected, new AllowedActors([], [new Pattern(pattern)], []).Allows(Actor(arn, null)));

    [Theory]
    [InlineData("cloudformation.amazonaws.com", true)]
    [InlineData("eks.amazonaws.com", false)]
    [InlineData(null, false)]
    public void Service_is_what_AWS_says_and_not_what_the_caller_says(string? service, bool expected)
    {
        var actor = new Actor(Session, null, "cloudformation.amazonaws.com", "cloudformation.amazonaws.com", Channel.CloudFormation, null) { Service = service };

        Assert.Equal(expected, new AllowedActors([], [], [new Pattern("cloudformation.amazonaws.com")]).Allows(actor));
    }

    private static Actor Actor(string arn, string? issuer) => new(arn, issuer, null, null, Channel.Unknown, null);
}
