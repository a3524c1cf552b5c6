namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>A file with this content, for as long as the test runs.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string text)
        : this(System.Text.Encoding.UTF8.GetBytes(text))
    {
    }

    public TemporaryFile(byte[] content) => File.WriteAllBytes(Path, content);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public string Name => System.IO.Path.GetFileName(Path);

    public void Dispose() => File.Delete(Path);
}
