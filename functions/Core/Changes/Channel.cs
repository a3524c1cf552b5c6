namespace Remediator.Changes;

/// <summary>How a call was made, as far as the record tells.</summary>
public enum Channel
{
    Unknown,
    Console,
    CommandLine,
    Sdk,
    Terraform,
    CloudFormation,
    AwsService,
}
