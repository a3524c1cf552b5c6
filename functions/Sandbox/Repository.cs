namespace Remediator.Sandbox;

/// <summary>Where the Sandbox keeps what it installs: `.sandbox` at the repository root, unless REMEDIATOR_SANDBOX_FOLDER says otherwise.</summary>
internal static class Repository
{
    public static string SandboxFolder() =>
        Environment.GetEnvironmentVariable("REMEDIATOR_SANDBOX_FOLDER") is { Length: > 0 } folder ? Path.GetFullPath(folder) : Path.Combine(Root(), ".sandbox");

    /// <summary>The nearest folder above the running program that holds `Remediator.sln`; the current folder when there is none.</summary>
    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Remediator.sln")))
                return folder.FullName;
        }
        return Directory.GetCurrentDirectory();
    }
}
