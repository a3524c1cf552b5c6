namespace Remediator.Findings;

/// <summary>The limits of ASFF, in characters and entries.</summary>
/// <remarks>https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html, …/API_Compliance.html,
/// …/API_Recommendation.html. Every text has at least one character that is not white space and stands on one line (`.*\S.*`).</remarks>
internal static class FindingLimits
{
    public const int Title = 256;
    public const int Description = 1024;
    public const int Recommendation = 512;
    public const int GeneratorId = 512;
    public const int Region = 16;
    public const int Account = 12;
    public const int Requirements = 32;
    public const int Requirement = 64;
    public const int FieldValue = 2048;
}
