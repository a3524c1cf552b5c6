using System.Collections.Immutable;

namespace Remediator.Benchmarks.Wire;

/// <summary>One HTTP request as it came in.</summary>
/// <param name="FirstByteAt">When its first byte was read, as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> counts.</param>
/// <param name="Headers">Names in lower case.</param>
internal sealed record WireRequest(long FirstByteAt, string Method, string Path, ImmutableDictionary<string, string> Headers, byte[] Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}
