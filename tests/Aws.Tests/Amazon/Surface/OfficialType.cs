namespace Remediator.Aws.Tests.Amazon.Surface;

/// <summary>What the official package is known to have of one public type, in the words of the trimmed facts.</summary>
/// <param name="Kind">"class", "static class", "sealed class", "abstract class", "exception", "constant class", "interface", "enum", "struct" or "delegate".</param>
/// <param name="Base">The base type as it is written in C#; null for object and for interfaces.</param>
/// <param name="Properties">Name to "[modifiers] type [accessors]"; accessors are written only where they are not { get; set; }.</param>
/// <param name="Constants">"Name = value" of enum members and of the constants of a constant class.</param>
public sealed record OfficialType(
    string Namespace,
    string Name,
    string Kind,
    string? Base = null,
    ImmutableArray<string> Interfaces = default,
    ImmutableArray<string> Ctors = default,
    ImmutableDictionary<string, string>? Properties = null,
    ImmutableArray<string> Methods = default,
    ImmutableArray<string> Constants = default)
{
    public string FullName => $"{Namespace}.{Name}";
}
