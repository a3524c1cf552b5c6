namespace Remediator.Sandbox;

/// <summary>Where the Sandbox keeps what it installs.</summary>
internal static class Repository
{
    /// <summary>The nearest folder above the running program that holds `Remediator.sln`; the current folder when there is none.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Remediator.sln")))
                return folder.FullName;
        }
        return Directory.GetCurrentDirectory();
    }
}
