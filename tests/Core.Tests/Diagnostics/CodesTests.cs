using System.Reflection;
using Remediator.Core.Tests.Policies;
using Remediator.Diagnostics;

namespace Remediator.Core.Tests.Diagnostics;

public class CodesTests
{
    [Fact]
    public void Codes_are_unique_and_in_the_order_of_their_numbers()
    {
        var ids = Codes.All.Select(code => code.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^POL[0-9]{3}$", id));
    }

    [Fact]
    public void Codes_that_are_declared_are_all_listed()
    {
        var declared = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticCode>();
        Assert.Equal(declared, Codes.All);
    }

    [Fact]
    public void Codes_say_what_they_mean_in_the_house_style()
    {
        Assert.All(Codes.All, code =>
        {
            Assert.DoesNotMatch(@"\.$", code.Title);
            Assert.DoesNotMatch(@"[.\n]$", code.Meaning);
            Assert.True(code.Meaning.Length > code.Title.Length, code.Id);
        });
        Assert.Equal(Codes.All.Length, Codes.All.Select(code => code.Title).Distinct().Count());
    }

    [Fact]
    public void Diagnostic_reads_as_one_line_that_an_editor_can_follow()
    {
        var diagnostic = PolicyText.Read("version: 1\nmode: enforced\nrules: []\n").Diagnostics.First(d => d.Code == "POL027");
        Assert.Equal("policy.yaml:2:7: error POL027: `mode` `enforced` is not known; did you mean `enforce`?", diagnostic.ToString());
    }
}
