using Remediator.Diagnostics;

namespace Remediator.Policies.Yaml;

/// <summary>One key of a mapping, where it stands, and its value.</summary>
internal readonly record struct Entry(string Key, Place Place, Node Value);
