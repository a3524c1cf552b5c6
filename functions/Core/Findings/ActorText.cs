using Remediator.Changes;

namespace Remediator.Findings;

/// <summary>Who made a change, from where and how. All of it was written by somebody else and is made safe here.</summary>
public static class ActorText
{
    private const int MostOfName = 200;

    public static string Name(Actor actor) => SafeText.Line(actor.Arn.Replace("://", "[:]//", StringComparison.Ordinal), MostOfName) is { Length: > 0 } name ? name : "somebody whom the event does not name";

    public static string Source(Actor actor) =>
        SafeText.Line(actor.SourceAddress, 100) is { Length: > 0 } source ? source : "an address that the event does not name";

    public static string How(Actor actor) => actor.Via switch
    {
        Channel.Console => "in the console",
        Channel.CommandLine => "with the AWS CLI",
        Channel.Sdk => $"with an SDK{Agent(actor)}",
        Channel.Terraform => "with Terraform",
        Channel.CloudFormation => "through CloudFormation",
        Channel.AwsService => "through an AWS service",
        _ => $"in a way that the event does not tell{Agent(actor)}",
    };

    /// <summary>Empty where the event does not say.</summary>
    public static string Factor(Actor actor) => actor.WithMfa switch
    {
        true => ", with MFA",
        false => ", without MFA",
        null => "",
    };

    private static string Agent(Actor actor) =>
        string.IsNullOrWhiteSpace(actor.UserAgent) ? "" : $" ({SafeText.Quote(actor.UserAgent, 80)})";
}
