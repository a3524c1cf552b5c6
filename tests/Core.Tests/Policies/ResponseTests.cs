using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

/// <summary>What an author is told who writes an entry of <c>threats</c> that is not what it seems.</summary>
public sealed class ResponseTests
{
    public static TheoryData<string, string> Told => new()
    {
        { "{ types: SSHBruteForce, response: close }", "`SSHBruteForce` fits no type of finding: they are written as `Purpose:Resource/Family`; did you mean `*/SSHBruteForce*`?" },
        { "{ types: 'Backdoor:EC2', response: close }", "`Backdoor:EC2` fits no type of finding: they are written as `Purpose:Resource/Family`; did you mean `Backdoor:EC2/*`?" },
        { "{ types: 'EC2/x', response: close }", "`EC2/x` fits no type of finding: they are written as `Purpose:Resource/Family`; write the whole type, such as `UnauthorizedAccess:EC2/SSHBruteForce`, with `*` for what may differ" },
        { "{ response: close, hours: 4 }", "`hours` says nothing where the response is `close`; it goes with `suspend` and `block`: take it out, or ask for that" },
        { "{ response: clsoe }", "`response` `clsoe` is not known; did you mean `close`?" },
        { "{ response: close, sevirity: 4 }", "`sevirity` is not a key of an entry of `threats`; did you mean `severity`?" },
        { "{ types: 'Backdoor:*', severity: 4, response: suspend }", "`suspend` closes what the policy allows, and is taken from severity 7 on alone; write `severity: 7` or more" },
        { "{ types: ['*', 'Backdoor:*'], severity: 4, response: block }", "`block` is asked for of findings of every type; name the types, such as `[\"UnauthorizedAccess:EC2/SSHBruteForce\"]`" },
        { "{ types: 'Backdoor:*', severity: 4, response: block, acl-numbers: 5-7 }", "`acl-numbers` have room for 3, and `most-in-acl` is 8; write more numbers, or `most-in-acl: 3`" },
        { "{ types: 'Backdoor:*', response: isolate }", "an entry of `threats` needs `severity`; write from which of GuardDuty's severities on, such as `severity: 7`: `isolate` is for no finding whose weight is not named" },
        { "{ types: 'Backdoor:*', response: notify }, { types: 'Backdoor:*', response: close }", "`notify` adds nothing to `close` on line 3, which is for all of these findings; take it out, or narrow the other" },
    };

    [Theory]
    [MemberData(nameof(Told), DisableDiscoveryEnumeration = true)]
    public void Entry_that_is_not_what_it_seems_is_told_with_what_to_do(string entry, string message)
    {
        var told = PolicyText.Told(PolicyText.Read($"{PolicyText.Head}threats: [{entry}]\n"));
        Assert.Contains(message, told.Select(d => $"{d.Message}; {d.Help}"));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("*BruteForce*")]
    [InlineData("Unauth*")]
    [InlineData("*/SSHBruteForce")]
    [InlineData("CredentialAccess:RDS/*")]
    [InlineData("?*:EC2/C&CActivity.B!DNS")]
    public void Pattern_that_some_type_fits_is_not_complained_of(string type) =>
        Assert.DoesNotContain("POL096", PolicyText.Codes(PolicyText.Read($"{PolicyText.Head}threats: [{{ types: '{type}', response: close }}]\n")));

    [Fact]
    public void Entries_that_answer_different_findings_or_in_different_ways_are_not_complained_of()
    {
        string[] pairs =
        [
            "{ types: 'Backdoor:*', response: close }, { types: 'Backdoor:*', severity: 7, response: suspend }",
            "{ types: 'Backdoor:*', severity: 4, response: notify }, { types: 'Backdoor:*', severity: 7, response: close }",
            "{ types: ['Backdoor:*', 'Trojan:*'], response: close }, { types: 'Backdoor:*', severity: 7, response: isolate }",
            "{ types: ['Backdoor:*', 'Trojan:*'], response: close }, { types: 'Backdoor:*', response: close, severity: 3 }, { types: 'Recon:*', response: notify }",
            "{ types: 'Backdoor:*', severity: 7, response: block }, { types: 'Backdoor:*', severity: 7, response: block, hours: 1 }",
        ];
        Assert.Equal([0, 0, 0, 1, 0], pairs.Select(pair => PolicyText.Told(PolicyText.Read($"{PolicyText.Head}threats: [{pair}]\n")).Count(d => d.Code == "POL097")));
    }

    [Fact]
    public void Entry_says_what_it_does_not_write()
    {
        var entry = Entry("{ types: 'Backdoor:*', severity: 7, response: block }");
        Assert.Equal((24, false, (1, 99), 8, 10), (entry.Hours, entry.CutsConnections, entry.Numbers, entry.MostInAcl, entry.MostAnHour));
        Assert.True(entry.Answers("Backdoor:EC2/Spambot", 7));
        Assert.False(entry.Answers("Backdoor:EC2/Spambot", 6.9));
        Assert.False(entry.Answers("Trojan:EC2/DropPoint", 8));
    }

    [Fact]
    public void Numbers_are_written_as_a_range_or_by_both_ends() =>
        Assert.Equal(
            Entry("{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: 40-59 }").Numbers,
            Entry("{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: { to: 59, from: 40 } }").Numbers);

    [Fact]
    public void Public_services_are_terms_and_count_as_a_use_of_their_names()
    {
        var reading = PolicyText.Read($"{PolicyText.Head}services: {{ shop: [https, tcp/8443] }}\npublic-services: [shop, http]\n");
        Assert.Equal("tcp/80, tcp/443, tcp/8443", reading.Policy!.PublicServices.ToString());
        Assert.DoesNotContain("POL052", PolicyText.Codes(reading));
        Assert.True(PolicyText.Read(PolicyText.Head).Policy!.PublicServices.IsEmpty);
    }

    private static ThreatResponse Entry(string entry) => Assert.Single(PolicyText.Read($"{PolicyText.Head}threats: [{entry}]\n").Policy!.Threats);
}
