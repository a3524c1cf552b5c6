namespace Remediator.Aws.Tests.Amazon.Shared;

/// <summary>What AWS's own endpoint rules answer (make_endpoints.py).</summary>
public static class EndpointTable
{
    /// <param name="service">As botocore calls it, such as <c>sns</c>.</param>
    /// <returns>Rows of region, FIPS, dual-stack, URL.</returns>
    public static TheoryData<string, bool, bool, string> Of(string service) => [.. Resources.Text("endpoints.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => line.Split(','))
        .Where(cells => cells[0] == service)
        .Select(static cells => new TheoryDataRow<string, bool, bool, string>(cells[1], bool.Parse(cells[2]), bool.Parse(cells[3]), cells[4]))];
}
