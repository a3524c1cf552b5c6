using Amazon.EC2.Model;

namespace Remediator.Aws.Ec2;

/// <summary>Filters of Describe calls (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html). A value is a pattern:
/// whoever asks for some has to look whether it is they that were found.</summary>
internal static class Filtering
{
    /// <summary>The most values that EC2 takes in one filter.</summary>
    public const int MostValues = 200;

    /// <summary>As many filters as it takes, none for no values; each is for a call of its own.</summary>
    public static IEnumerable<Filter> Each(string name, IEnumerable<string> values) => values.Chunk(MostValues).Select(some => new Filter(name, [.. some]));
}
