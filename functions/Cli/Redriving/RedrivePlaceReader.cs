using System.Text.RegularExpressions;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Diagnostics;

namespace Remediator.Cli.Redriving;

/// <summary>Options and environment → from where to where, or every reason why that is nowhere.</summary>
internal static partial class RedrivePlaceReader
{
    public static RedrivePlace? Read(string queue, string function, string? region, Surroundings world, List<Problem> problems)
    {
        if (!Uri.TryCreate(queue, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.AbsolutePath.Length < 2)
            problems.Add(Problem.Error(null, $"--queue is {UserText.Quote(queue)}, which is no queue's URL", "write it as `aws sqs get-queue-url` prints it: `https://sqs.REGION.amazonaws.com/ACCOUNT/NAME`"));
        if (!FunctionForm().IsMatch(function))
            problems.Add(Problem.Error(null, $"--function is {UserText.Quote(function)}, which names no function", "give the function's name or its ARN"));
        var place = LivePlaceReader.ReadRegion(region, world, problems);
        if (place is not null && url is not null && RegionOf(url) is { } other && other != place)
            problems.Add(Problem.Error(null, $"the queue is in {UserText.Quote(other)} and the region is {UserText.Quote(place)}", "give the queue's region as --region; the function is looked for there too"));
        return problems.Count == 0 ? new(queue, function, place!) : null;
    }

    /// <summary>Null where the host does not say, as that of a local AWS.</summary>
    private static string? RegionOf(Uri url) => QueueHost().Match(url.Host) is { Success: true } match ? match.Groups["region"].Value : null;

    /// <summary>botocore's lambda model, NamespacedFunctionName: it becomes part of a path.</summary>
    [GeneratedRegex(@"^(arn:aws[a-zA-Z-]*:lambda:)?([a-z]{2,}(-[a-z0-9]+){1,5}:)?(\d{12}:)?(function:)?[a-zA-Z0-9_.-]{1,140}(:(\$LATEST|[a-zA-Z0-9_-]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex FunctionForm();

    [GeneratedRegex(@"^sqs(-fips)?\.(?<region>[a-z]{2,}(-[a-z0-9]+){1,5})\.(amazonaws|api)\.", RegexOptions.CultureInvariant)]
    private static partial Regex QueueHost();
}
