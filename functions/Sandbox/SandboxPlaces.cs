namespace Remediator.Sandbox;

/// <summary>Where things are in the local account.</summary>
/// <param name="Endpoint">AWS, as far as anybody in the Sandbox can tell.</param>
/// <param name="TopicArn">Where notices go.</param>
public sealed record SandboxPlaces(string Account, string Region, Uri Endpoint, string TopicArn);
