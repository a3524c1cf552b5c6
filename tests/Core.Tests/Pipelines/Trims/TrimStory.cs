using Remediator.Groups;
using Remediator.Policies;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines.Trims;

/// <summary>Somebody opens tcp/0-1000 to the internet, where port 22 is for the office alone: three pieces remain. What else is going on
/// in the group is the story's.</summary>
internal sealed class TrimStory
{
    private const string World = "0.0.0.0/0";

    public static readonly Permission Wide = Permission(Direction.Ingress, "tcp", 0, 1000, World, "sgr-1") with { Description = "for a demo", Tags = [KeyValuePair.Create("Owner", "ana")] };
    public static readonly Permission Below = Permission(Direction.Ingress, "tcp", 0, 21, World);
    public static readonly Permission Above = Permission(Direction.Ingress, "tcp", 23, 1000, World);
    public static readonly Permission Office = Permission(Direction.Ingress, "tcp", 22, 22, Events.Office);
    private static readonly Permission Web = Ingress(443, "10.0.0.0/8", "sgr-0") with { Description = "somebody else's" };

    public static readonly string[] Names = ["plain", "pieces existing", "all pieces existing", "revoke finds nothing", "duplicate race", "full", "full but for one", "answers say little"];

    private TrimStory(Account account, params Permission[] remain) => (Account, Remain) = (account, [Web, .. remain]);

    public static byte[] Event => Events.Authorize("Ingress", ("sgr-1", "tcp", 0, 1000, World));

    public Account Account { get; }

    /// <summary>What stands in the group in the end.</summary>
    public ImmutableArray<Permission> Remain { get; private init; }

    /// <summary>The wide permission was somebody else's to take away.</summary>
    public bool SomebodyWasFaster { get; private init; }

    public static TrimStory Begin(string name)
    {
        var account = new Account(AdminPorts(RuleAction.Trim), ledgerIsLogged: true);
        var ec2 = account.Ec2;
        ec2.Permissions = [Web, Wide];
        switch (name)
        {
            case "plain":
                break;
            case "pieces existing":
                ec2.Permissions.Add(Below with { RuleId = "sgr-8", Description = "theirs" });
                break;
            case "all pieces existing":
                ec2.Permissions.AddRange([Below with { RuleId = "sgr-7" }, Above with { RuleId = "sgr-8" }, Office with { RuleId = "sgr-9" }]);
                break;
            case "revoke finds nothing":
                ec2.BeforeRevoke = () => ec2.Permissions.Remove(Wide);
                return new(account) { SomebodyWasFaster = true };
            case "duplicate race":
                ec2.BeforeAuthorize = () =>
                {
                    if (!ec2.Permissions.Contains(Office)) ec2.Permissions.Add(Office with { RuleId = "sgr-9", Description = "theirs" });
                };
                break;
            case "full":
                ec2.Quota = 2;
                return new(account, Above);
            case "full but for one":
                ec2.Quota = 3;
                return new(account, Above, Below);
            case "answers say little":
                (ec2.AnswersReturnOnly, ec2.AuthorizeAnswersReturnOnly) = (true, true);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name), name, "no such story");
        }

        return new(account, Below, Above, Office);
    }
}
