using Remediator.Sandbox;
using Remediator.Sandbox.Moto;

namespace Remediator.Scenarios.Sandbox;

public sealed class MotoInstallTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_with_moto_server_on_the_path_installs_nothing()
    {
        using var machine = new FakeMachine(("moto_server", FakeMachine.Server), ("python3", FakeMachine.Python()));

        await using var aws = await LocalAws.StartAsync(machine.Install, Cancellation);

        Assert.Empty(machine.Diary);
        Assert.False(Directory.Exists(machine.Install.Folder));
    }

    [Fact]
    public async Task Start_with_python_only_installs_moto_into_a_private_environment_once()
    {
        using var machine = new FakeMachine(("python3", FakeMachine.Python()));

        await using (await LocalAws.StartAsync(machine.Install, Cancellation))
        await using (var again = await LocalAws.StartAsync(machine.Install, Cancellation))
            Assert.Equal(9, again.Endpoint.Port);

        Assert.Equal(
            [$"-m venv {machine.Install.Folder}/venv", "-m pip install --quiet --disable-pip-version-check " + MotoInstall.Package],
            machine.Diary);
    }

    [Fact]
    public async Task Start_by_several_at_once_installs_once()
    {
        using var machine = new FakeMachine(("python3", FakeMachine.Python()));

        var started = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LocalAws.StartAsync(machine.Install, Cancellation)));
        foreach (var aws in started)
            await aws.DisposeAsync();

        Assert.Equal(2, machine.Diary.Length);
    }

    [Fact]
    public async Task Start_after_an_installation_that_broke_off_installs_again()
    {
        using var machine = new FakeMachine(("python3", FakeMachine.Python()));
        Directory.CreateDirectory(Path.Combine(machine.Install.Folder, "venv", "bin"));
        await File.WriteAllTextAsync(Path.Combine(machine.Install.Folder, "venv", "bin", "moto_server"), "half a file", Cancellation);

        await using var aws = await LocalAws.StartAsync(machine.Install, Cancellation);

        Assert.Equal(2, machine.Diary.Length);
    }

    [Fact]
    public async Task Start_with_a_broken_moto_server_on_the_path_uses_a_private_one()
    {
        using var machine = new FakeMachine(("moto_server", "echo 'No module named flask' >&2; exit 1"), ("python3", FakeMachine.Python()));

        await using var aws = await LocalAws.StartAsync(machine.Install, Cancellation);

        Assert.Equal(2, machine.Diary.Length);
    }

    [Fact]
    public async Task Start_without_moto_and_python_says_what_is_missing_and_what_to_do()
    {
        using var machine = new FakeMachine();

        var problem = await Assert.ThrowsAsync<SandboxException>(() => LocalAws.StartAsync(machine.Install, Cancellation));

        Assert.Equal(
            "the local AWS needs moto_server: neither `moto_server` nor `python3` is on the PATH; install Python 3.10 or newer with its venv module, "
            + "or run `pip install 'moto[server]==5.2.1'` yourself",
            problem.Message);
    }

    [Theory]
    [InlineData("echo 'ensurepip is not available' >&2; exit 1", ":", "could not make a virtual environment", "ensurepip is not available")]
    [InlineData(":", "echo 'ERROR: no matching distribution' >&2; exit 1", "could not install moto[server]==5.2.1", "ERROR: no matching distribution")]
    public async Task Start_where_python_fails_repeats_its_last_words(string venv, string pip, string purpose, string words)
    {
        using var machine = new FakeMachine(("python3", FakeMachine.Python(pip, venv)));

        var problem = await Assert.ThrowsAsync<SandboxException>(() => LocalAws.StartAsync(machine.Install, Cancellation));

        Assert.Contains(purpose, problem.Message, StringComparison.Ordinal);
        Assert.Contains($"(exit code 1): `{words}`", problem.Message, StringComparison.Ordinal);
        Assert.Contains("install Python 3.10", problem.Message, StringComparison.Ordinal);
    }
}
