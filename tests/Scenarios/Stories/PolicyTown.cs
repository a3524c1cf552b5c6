using Remediator.Sandbox;
using Remediator.Sandbox.Proxy;

namespace Remediator.Scenarios.Stories;

/// <summary>The same account, under a policy of the stories' own.</summary>
public abstract class PolicyTown(string policy) : Town
{
    /// <summary>The pipeline: a role in whose name policies allow changes.</summary>
    public static readonly Caller Terraform = new(
        "terraform", "ASIATERRAFORMROLE000", "sandbox", $"arn:aws:sts::{SandboxAccount.Account}:assumed-role/terraform-apply/run-1", false);

    /// <summary>Whoever sits before the console: no policy here names her.</summary>
    public static readonly Caller Alice = Caller.ConsoleUser(SandboxAccount.Account);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"remediator-{Guid.NewGuid():N}.yaml");

    protected override SandboxOptions Options => base.Options with { Policy = _file, Callers = [Terraform] };

    public override async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_file, policy);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_file);
        GC.SuppressFinalize(this);
    }
}
