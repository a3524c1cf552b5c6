using Remediator.Findings;
using Remediator.Policies;
using Remediator.Threats;

namespace Remediator.Tests.Findings;

public sealed class ThreatWordsTests
{
    [Theory]
    [InlineData("UnauthorizedAccess:EC2/SSHBruteForce", "guessing of SSH passwords")]
    [InlineData("Recon:EC2/PortProbeEMRUnprotectedPort", "probing of an open port of an EMR cluster")]
    [InlineData("Recon:EC2/PortProbeUnprotectedPort", "probing of an open port")]
    [InlineData("Recon:EC2/Portscan", "a scan of many ports")]
    [InlineData("Backdoor:EC2/DenialOfService.UdpOnTcpPorts", "a denial of service attack")]
    [InlineData("Impact:EC2/MaliciousDomainRequest.Custom", "look-up of a malicious domain")]
    [InlineData("CredentialAccess:RDS/AnomalousBehavior.SuccessfulBruteForce", "a login after guessing of passwords, which SUCCEEDED")]
    [InlineData("AttackSequence:EC2/CompromisedInstanceGroup", "a sequence of attacks on instances, which are taken over")]
    [InlineData("CredentialAccess:EC2/SomethingOfTomorrow", "a try to get credentials")]
    [InlineData("Weather:EC2/Rain", "suspicious activity")]
    [InlineData("", "suspicious activity")]
    public void A_type_is_said_in_plain_words(string type, string said) => Assert.Equal(said, ThreatWords.Plain(Type(type)));

    [Theory]
    [InlineData(1.0, Severity.Low)]
    [InlineData(3.9, Severity.Low)]
    [InlineData(4.0, Severity.Medium)]
    [InlineData(6.9, Severity.Medium)]
    [InlineData(7.0, Severity.High)]
    [InlineData(8.9, Severity.High)]
    [InlineData(9.0, Severity.Critical)]
    [InlineData(10.0, Severity.Critical)]
    public void Severity_is_called_as_guardduty_calls_it(double number, Severity expected) => Assert.Equal(expected, ThreatWords.Weight(number));

    [Theory]
    [InlineData("1ab2", "eu-west-1", "https://console.aws.amazon.com/guardduty/home?region=eu-west-1#/findings?search=id%3D1ab2")]
    [InlineData("1ab2", "us-gov-west-1", "https://console.amazonaws-us-gov.com/guardduty/home?region=us-gov-west-1#/findings?search=id%3D1ab2")]
    [InlineData("1ab2", "cn-north-1", "https://console.amazonaws.cn/guardduty/home?region=cn-north-1#/findings?search=id%3D1ab2")]
    [InlineData("1ab2", "us-iso-east-1", null)]
    [InlineData("1ab2&x=<y>", "eu-west-1", null)]
    [InlineData("", "eu-west-1", null)]
    [InlineData("1ab2", "evil.example/eu-west-1", null)]
    [InlineData("1ab2", "eu-west-1\n", null)]
    public void A_link_leads_to_the_console_of_the_region_and_nowhere_else(string id, string region, string? expected)
    {
        Assert.Equal(expected, FindingLink.Of(id, region));
        Assert.True(expected is null || FindingLink.IsOne(expected));
    }

    [Theory]
    [InlineData("https://console.aws.amazon.com.evil.example/guardduty/home?region=eu-west-1#/findings?search=id%3D1ab2")]
    [InlineData("https://console.aws.amazon.com/guardduty/home?region=eu-west-1#/findings?search=id%3D1ab2 @here")]
    [InlineData("look: https://console.aws.amazon.com/guardduty/home?region=eu-west-1#/findings?search=id%3D1ab2")]
    public void Another_address_is_no_link_in_a_chat(string line) => Assert.DoesNotContain("://", ChatText.Of(line), StringComparison.Ordinal);

    private static ThreatType Type(string text) => new(text, text.Split(':')[0], "", "");
}
