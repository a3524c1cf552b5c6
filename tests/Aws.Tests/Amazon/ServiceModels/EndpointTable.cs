using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.ServiceModels;

/// <summary>Region, FIPS, dual-stack and what a service's endpoint rules answer to that (made by make_fixtures.py).</summary>
internal static class EndpointTable
{
    /// <summary>The url is empty where the rules refuse the combination.</summary>
    internal static IEnumerable<(string Region, bool Fips, bool DualStack, string Url)> Read(string name) =>
        Resources.Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))
            .Select(cells => (cells[0], bool.Parse(cells[1]), bool.Parse(cells[2]), cells[3]));

    internal static string UrlOf(Func<Endpoint> resolve)
    {
        try
        {
            return resolve().URL;
        }
        catch (AmazonClientException)
        {
            return "";
        }
    }
}
