using System.Reflection;

namespace Remediator.Sandbox;

/// <summary>Files that travel inside the assembly, by file name.</summary>
internal static class Embedded
{
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"`{name}` is not embedded in the Sandbox assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
