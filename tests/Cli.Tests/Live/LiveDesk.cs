using System.Text;
using Remediator.Aws.Sts;
using Remediator.Cli.Live;
using Remediator.Ports;

namespace Remediator.Cli.Tests.Live;

/// <summary>The whole program, run against an account and a ledger in memory.</summary>
internal sealed class LiveDesk : IDisposable
{
    public const string Account = "111122223333";
    public const string Region = "eu-west-1";
    public const string Alice = "arn:aws:sts::111122223333:assumed-role/Engineer/alice";

    private readonly string _folder = Directory.CreateTempSubdirectory("remediator-live-").FullName;

    public LiveDesk() => Books = Books.InMemory(TimeSpan.FromSeconds(15));

    public FakeGroups Ec2 { get; } = new();

    public Books Books { get; set; }

    public LiveClock Clock { get; } = new(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    /// <summary>What STS says.</summary>
    public Reading<Caller> Caller { get; set; } = new(new Caller(Account, Alice), null);

    public Dictionary<string, string> Environment { get; } = new() { [LiveChoices.TableVariable] = "remediator", [LiveChoices.RegionVariable] = Region };

    public FakeNetwork Network { get; } = new();

    /// <summary>The places that were connected to.</summary>
    public List<LivePlace> Places { get; } = [];

    public string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The folder's own path does not appear in the answer.</summary>
    public Answer Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new Surroundings(output, error, () => new MemoryStream(Encoding.UTF8.GetBytes("")), Clock)
        {
            Environment = name => Environment.GetValueOrDefault(name),
            Connect = place =>
            {
                Places.Add(place);
                return new(Books, Ec2, Ec2, Ec2, Network, Network, _ => Task.FromResult(Caller));
            },
        };
        var exit = CommandLine.Run(arguments, world);
        return new(exit, Short(output.ToString()), Short(error.ToString()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Short(string text) => text.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
