using Remediator.Diagnostics;

namespace Remediator.Policies.Yaml;

/// <summary>One key of a mapping, where it stands, and its value.</summary>
/// <remarks>A class, as all that is kept in lists here: lists of value types are compiled anew in each cold start.</remarks>
internal sealed record Entry(string Key, Place Place, Node Value);
