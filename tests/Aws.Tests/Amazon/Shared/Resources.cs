namespace Remediator.Aws.Tests.Amazon.Shared;

/// <summary>The tables and models that the test project carries.</summary>
public static class Resources
{
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"`{name}` is not embedded in {typeof(Resources).Assembly.GetName().Name}");
        return new StreamReader(stream).ReadToEnd();
    }
}
