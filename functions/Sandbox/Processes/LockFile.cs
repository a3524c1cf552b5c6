namespace Remediator.Sandbox.Processes;

/// <summary>A file that one process at a time holds open. The kernel lets go of it when its owner dies.</summary>
public sealed class LockFile : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);
    private readonly FileStream _stream;

    private LockFile(FileStream stream) => _stream = stream;

    public static async Task<LockFile> TakeAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new LockFile(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
