using Remediator.Cli.Tests.Live;
using Remediator.Remediations;

namespace Remediator.Cli.Tests.Grants;

public sealed class ReleaseTests : IDisposable
{
    private readonly LiveDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void What_is_held_is_due_at_once_and_limits_do_not_hold_it_any_more()
    {
        var key = Held.Back(_desk);
        var answer = _desk.Run("release", key);
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal([$"✓ {key}: let go what was held in sg-0a", $"  by     {LiveDesk.Alice}", "  when   the schedule acts on it at its next run, within about five minutes"], answer.Lines);
        var attempt = Held.Attempt(_desk, key);
        Assert.Equal((_desk.Clock.GetUtcNow(), LiveDesk.Alice), (attempt.HeldUntil!.Value, attempt.LetGoBy));
    }

    [Fact]
    public void While_the_kill_switch_is_on_nothing_is_promised()
    {
        _desk.Books.Switch.Turn(new KillSwitch(true, LiveDesk.Alice, "stop", _desk.Clock.GetUtcNow()), default);
        Assert.Contains("  when   the kill switch is on: at its next run the schedule only tells, and changes nothing", _desk.Run("release", Held.Back(_desk)).Lines);
    }

    [Fact]
    public void What_is_unknown_or_not_held_is_refused()
    {
        var unknown = new string('0', 32);
        Assert.Equal((2, $"refused: there is no entry {unknown} in this ledger; take the id from the notice, and the table and region that it came from\n"), Told("release", unknown));
        var handled = Held.Entry(_desk, "arn:aws:iam::111122223333:user/bob");
        Assert.Equal((2, $"refused: nothing of entry {handled} is held: it is being handled; wait for its notice\n"), Told("release", handled));
    }

    [Fact]
    public void What_is_finished_is_refused_and_says_since_when()
    {
        var key = Held.Finished(_desk);
        _desk.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Equal((2, $"refused: nothing of entry {key} is held: it was finished 2026-11-20 13:00 +01:00 (1 h 30 min ago); nothing is left to let go\n"), Told("release", key));
    }

    [Fact]
    public void Json_says_whether_it_was_let_go()
    {
        var key = Held.Back(_desk);
        Assert.Equal($$"""{"key":"{{key}}","released":true,"refusals":[],"diagnostics":[]}""", _desk.Run("release", key, "--format", "json").Out.TrimEnd());
        Assert.False(_desk.Run("release", new string('0', 32), "--format", "json").Json.GetProperty("released").GetBoolean());
    }

    [Fact]
    public void A_key_is_32_hexadecimal_digits() => Assert.Equal(1, _desk.Run("release", "sg-0a").Exit);

    private (int, string) Told(params string[] arguments)
    {
        var answer = _desk.Run(arguments);
        Assert.Equal("", answer.Out);
        return (answer.Exit, answer.Error);
    }
}
