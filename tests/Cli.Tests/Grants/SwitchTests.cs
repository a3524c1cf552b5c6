using Remediator.Cli.Tests.Live;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Cli.Tests.Grants;

public sealed class SwitchTests : IDisposable
{
    private readonly LiveDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_switch_that_nobody_turned_is_off()
    {
        Assert.Equal("the kill switch is off: nobody ever turned it\n", _desk.Run("switch", "show").Out);
        Assert.Equal("""{"switch":{"on":false},"refusals":[],"diagnostics":[]}""", _desk.Run("switch", "show", "--format", "json").Out.TrimEnd());
    }

    [Fact]
    public void Turning_it_says_who_when_and_why_and_show_says_the_same_later()
    {
        string[] expected = ["the kill switch is on: nothing is changed until it is off", "  since  2026-11-20 13:00 +01:00 (now)", $"  by     {LiveDesk.Alice}", "  why    \"a bad policy\""];
        Assert.Equal(expected, _desk.Run("switch", "on", "--why", "a bad policy").Lines);
        _desk.Clock.Advance(TimeSpan.FromHours(26));
        expected[1] = "  since  2026-11-20 13:00 +01:00 (1 d 2 h ago)";
        Assert.Equal(expected, _desk.Run("switch", "show").Lines);
        Assert.Equal("the kill switch is off: what the policy enforces is acted on", _desk.Run("switch", "off").Lines[0]);
        Assert.False(_desk.Run("switch", "show", "--format", "json").Json.GetProperty("switch").GetProperty("on").GetBoolean());
    }

    [Fact]
    public void Turning_it_on_twice_keeps_the_first_reason()
    {
        _desk.Run("switch", "on", "--why", "first");
        var again = _desk.Run("switch", "on", "--why", "second");
        Assert.Equal((0, "nothing was changed: the kill switch was on already"), (again.Exit, again.Lines[0]));
        Assert.Equal("first", _desk.Run("switch", "show", "--format", "json").Json.GetProperty("switch").GetProperty("why").GetString());
    }

    [Fact]
    public void Turning_it_on_needs_a_reason()
    {
        Assert.Equal(1, _desk.Run("switch", "on").Exit);
        Assert.Equal(2, _desk.Run("switch", "on", "--why", " ").Exit);
        Assert.Equal("the kill switch is off: nobody ever turned it\n", _desk.Run("switch", "show").Out);
    }

    [Fact]
    public void Show_does_not_ask_who_calls()
    {
        _desk.Caller = new(null, "AccessDenied: no");
        Assert.Equal(0, _desk.Run("switch", "show").Exit);
        Assert.Equal(1, _desk.Run("switch", "off").Exit);
    }

    [Fact]
    public void A_switch_that_cannot_be_read_is_not_said_to_be_off()
    {
        _desk.Books = _desk.Books with { Switch = new BrokenSwitch() };
        var answer = _desk.Run("switch", "show", "--format", "json");
        Assert.Equal((1, System.Text.Json.JsonValueKind.Null), (answer.Exit, answer.Json.GetProperty("switch").ValueKind));
        Assert.Equal("error: the kill switch could not be read: no answer; try again; REMEDIATOR_MODE=observe on the functions stops them without the ledger\n", answer.Error);
        Assert.Equal(1, _desk.Run("switch", "on", "--why", "now").Exit);
    }

    private sealed class BrokenSwitch : ISwitch
    {
        public Task<Reading<KillSwitch>> Read(CancellationToken cancel) => Task.FromResult(new Reading<KillSwitch>(null, "no answer"));

        public Task<Remediator.Ports.Answer> Turn(KillSwitch to, CancellationToken cancel) => Task.FromResult(new Remediator.Ports.Answer("no answer", true));
    }
}
