using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Reads the two JSON headers that the AWS Mobile SDK causes.</summary>
internal static class ClientContextJson
{
    internal static IClientContext ReadClientContext(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return new ClientContext();
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ClientContext
        {
            Client = root.TryGetProperty("client", out var client) && client.ValueKind == JsonValueKind.Object ? ReadApplication(client) : null,
            Custom = ReadPairs(root, "custom"),
            Environment = ReadPairs(root, "env"),
        };
    }

    internal static ICognitoIdentity ReadIdentity(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return new CognitoIdentity();
        using var document = JsonDocument.Parse(json);
        return new CognitoIdentity
        {
            IdentityId = Text(document.RootElement, "cognitoIdentityId"),
            IdentityPoolId = Text(document.RootElement, "cognitoIdentityPoolId"),
        };
    }

    private static ClientApplication ReadApplication(JsonElement client) => new()
    {
        AppPackageName = Text(client, "app_package_name"),
        AppTitle = Text(client, "app_title"),
        AppVersionCode = Text(client, "app_version_code"),
        AppVersionName = Text(client, "app_version_name"),
        InstallationId = Text(client, "installation_id"),
    };

    private static Dictionary<string, string> ReadPairs(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var pairs) || pairs.ValueKind != JsonValueKind.Object)
            return null;
        var read = new Dictionary<string, string>();
        foreach (var pair in pairs.EnumerateObject())
            read[pair.Name] = pair.Value.ToString();
        return read;
    }

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
