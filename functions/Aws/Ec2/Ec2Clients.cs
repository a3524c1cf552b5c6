using System.Collections.Concurrent;
using Amazon;
using Amazon.EC2;

namespace Remediator.Aws.Ec2;

/// <summary>EC2's clients, two for each region, made at their first call and shared by all who call EC2.</summary>
/// <param name="reader">A client for a region that repeats a call by itself.</param>
/// <param name="writer">One that does not: when the answer to a write is lost, the repeated call meets what the first one did, and
/// only we can tell that from somebody else's work.</param>
public sealed class Ec2Clients(Func<string, IAmazonEC2> reader, Func<string, IAmazonEC2> writer)
{
    /// <summary>A call that hangs is given up and tried again while the invocation still has time for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, IAmazonEC2> _readers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IAmazonEC2> _writers = new(StringComparer.Ordinal);

    public Ec2Clients()
        : this(
            static region => new AmazonEC2Client(new AmazonEC2Config { RegionEndpoint = RegionEndpoint.GetBySystemName(region), Timeout = Patience }),
            static region => new AmazonEC2Client(WritersConfig(region)))
    {
    }

    /// <summary>The SDK repeats a call whose connection broke three times, also where it is to repeat none: it takes the connection for
    /// one that had been idle too long (https://github.com/aws/aws-sdk-net/pull/4281).</summary>
    private static AmazonEC2Config WritersConfig(string region) =>
        new() { RegionEndpoint = RegionEndpoint.GetBySystemName(region), Timeout = Patience, MaxErrorRetry = 0, MaxStaleConnectionRetries = 0 };

    internal IAmazonEC2 Reader(string region) => _readers.GetOrAdd(region, reader);

    internal IAmazonEC2 Writer(string region) => _writers.GetOrAdd(region, writer);
}
