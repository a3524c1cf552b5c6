using System.Reflection;

namespace Remediator.Scenarios.Stories.Samples;

/// <summary>The sample policies as they are shipped, but in force: as they are shipped they only observe.</summary>
internal static class Sample
{
    private const string Observing = "\nmode: observe\n";

    public static string InForce(string name)
    {
        var root = typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "RepositoryRoot").Value!;
        var text = File.ReadAllText(Path.Combine(root, "functions", "Core", "Policies", "Samples", $"{name}.yaml"));
        Assert.Equal(2, text.Split(Observing).Length);
        return text.Replace(Observing, "\nmode: enforce\n", StringComparison.Ordinal);
    }
}
