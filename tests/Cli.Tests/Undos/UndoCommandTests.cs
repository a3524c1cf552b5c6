using Remediator.Cli.Tests.Live;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Cli.Tests.Undos;

/// <summary><c>remediator undo</c>, from the command line to what stands afterwards.</summary>
public sealed class UndoCommandTests : IDisposable
{
    private readonly UndoDesk _desk = new();

    private FakeGroups Ec2 => _desk.Live.Ec2;

    [Fact]
    public async Task It_is_done_and_every_line_says_what()
    {
        await _desk.Record(Outcome.Revoked, UndoDesk.Permission(22, "203.0.113.0/24") with { Description = "for \"ana\"", Tags = [KeyValuePair.Create("Owner", "ana")] });
        var answer = _desk.Undo("--reason", "the demo is today");
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        var waiver = Assert.Single(await Waivers());
        Assert.Equal(
            [
                $"✓ {UndoDesk.Key}: undone in sg-0a (111122223333, eu-west-1)",
                $"  waiver     {waiver.Waiver.Id}: tcp/22 from 203.0.113.0/24 in sg-0a",
                "  until      2026-11-20 22:00 +01:00 (in 8 h)",
                $"  owner      {LiveDesk.Alice}",
                "  reason     \"the demo is today\"",
                "  put back   tcp/22 from 203.0.113.0/24 as sgr-1 \"for 'ana'\" [Owner=ana]",
                "  then       once the waiver ends, SG001 may act on it again; `remediator lease close ID` ends a waiver earlier",
            ],
            answer.Lines);
        Assert.Equal(["Authorize ingress tcp/22 203.0.113.0/24"], Ec2.Calls);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        await _desk.Record(Outcome.Revoked, UndoDesk.Permission(22, "203.0.113.0/24"));
        var answer = _desk.Undo("--dry-run", "--hours", "2");
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Contains("  would open tcp/22 from 203.0.113.0/24", answer.Lines);
        Assert.Contains("  until      2026-11-20 16:00 +01:00 (in 2 h)", answer.Lines);
        Assert.Empty(Ec2.Calls);
        Assert.Empty(await Waivers());

        var json = _desk.Undo("--dry-run", "--format", "json").Json;
        Assert.Equal(("planned", true, "22"), (json.GetProperty("status").GetString(), json.GetProperty("dryRun").GetBoolean(), json.GetProperty("putBack")[0].GetProperty("fromPort").ToString()));
    }

    [Fact]
    public async Task Its_document_has_the_same_fields_however_it_ends()
    {
        await _desk.Record(Outcome.Revoked, UndoDesk.Permission(22, "203.0.113.0/24"));
        Ec2.Authorizations.Enqueue(new AuthorizeAnswer.Refused("req", "UnauthorizedOperation: no", false));
        var documents = new[] { _desk.Undo("--format", "json"), _desk.Undo("--format", "json"), _desk.Undo("--format", "json") };
        Assert.Equal([1, 0, 2], documents.Select(d => d.Exit));
        Assert.Equal(["failed", "done", "refused"], documents.Select(d => d.Json.GetProperty("status").GetString()));
        Assert.Single(documents.Select(d => string.Join(' ', d.Json.EnumerateObject().Select(p => p.Name))).Distinct());
        Assert.Equal(1, documents[2].Json.GetProperty("refusals").GetArrayLength());
        Assert.Equal(1, documents[0].Json.GetProperty("diagnostics").GetArrayLength());
    }

    [Theory]
    [InlineData("max-hours: 4", "`waivers: max-hours`")]
    [InlineData("widest: /25", "`waivers: widest`")]
    public async Task The_limits_of_a_policy_that_is_given_hold(string limit, string said)
    {
        await _desk.Record(Outcome.Revoked, UndoDesk.Permission(22, "203.0.113.0/24"));
        var policy = _desk.Live.File("policy.yaml", $"version: 1\nrules:\n- {{ id: R1, name: n, deny: {{ service: ssh, peer: internet }}, why: w }}\nwaivers: {{ {limit} }}\n");
        var answer = _desk.Undo("--policy", policy);
        Assert.Equal(2, answer.Exit);
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
        Assert.Empty(Ec2.Calls);
        Assert.Empty(await Waivers());
    }

    [Fact]
    public async Task Exactly_as_long_as_the_policy_allows_is_allowed_and_a_protected_group_is_mentioned()
    {
        await _desk.Record(Outcome.Revoked, UndoDesk.Permission(22, "203.0.113.0/24"));
        var policy = _desk.Live.File("policy.yaml", "version: 1\nrules:\n- { id: R1, name: n, deny: { service: ssh, peer: internet }, why: w }\nwaivers: { max-hours: 8 }\nguardrails: { protected: { name: web } }\n");
        var answer = _desk.Undo("--policy", policy);
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Contains("  note       the policy protects the group: that does not stop what a person undoes", answer.Lines);
    }

    [Fact]
    public void A_key_that_is_none_and_a_policy_that_is_broken_are_told_apart()
    {
        Assert.Equal(1, _desk.Live.Run("undo", "0f3c").Exit);
        Assert.Equal(3, _desk.Undo("--policy", _desk.Live.File("policy.yaml", "version: 1\nrules: 7\n")).Exit);
        Assert.Equal(1, _desk.Undo("--reason", " ").Exit);
        var unknown = _desk.Undo();
        Assert.Equal(2, unknown.Exit);
        Assert.StartsWith($"refused: the table holds no entry `{UndoDesk.Key}`", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_reaches_neither_terminal_nor_document_raw()
    {
        const string hostile = "\u001b[31mred\u202e\n\"{0}</script>";
        await _desk.Record(Outcome.Revoked, UndoDesk.Permission(22, "203.0.113.0/24") with { Description = hostile, Tags = [KeyValuePair.Create(hostile, hostile)] });
        var text = _desk.Undo("--dry-run", "--reason", "x\u001b[2J");
        Assert.DoesNotContain('\u001b', text.Out);
        Assert.DoesNotContain('\u202e', text.Out);
        Assert.Equal(8, text.Lines.Length);
        var json = _desk.Undo("--dry-run", "--format", "json");
        Assert.DoesNotContain('\u001b', json.Out);
        Assert.Equal(hostile, json.Json.GetProperty("putBack")[0].GetProperty("description").GetString());
    }

    public void Dispose() => _desk.Dispose();

    private async Task<ImmutableArray<Remediator.Waivers.Agreement>> Waivers() => (await _desk.Live.Books.Agreements.Of(UndoDesk.Group, TestContext.Current.CancellationToken)).Value;
}
