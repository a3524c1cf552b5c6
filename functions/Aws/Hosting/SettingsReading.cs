namespace Remediator.Aws.Hosting;

/// <summary>The settings, or every problem with them; and what is worth a warning line at start.</summary>
public sealed record SettingsReading(Settings? Settings, ImmutableArray<string> Problems, ImmutableArray<string> Warnings);
