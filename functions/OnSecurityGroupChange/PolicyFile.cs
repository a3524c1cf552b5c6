using Remediator.Diagnostics;
using Remediator.Policies;

namespace Remediator.OnSecurityGroupChange;

/// <summary>Reads the policy in force from its file.</summary>
internal static class PolicyFile
{
    public static (Policy Policy, IEnumerable<string> Warnings) Read(string path)
    {
        if (!File.Exists(path)) throw new StartRefusedException([$"REMEDIATOR_POLICY is `{path}`: expected the path of a policy file, and there is none"]);
        var reading = PolicyReader.Read(File.ReadAllText(path), Path.GetFileName(path));
        if (reading.Policy is { } policy) return (policy, reading.Diagnostics.Select(d => d.ToString()));
        throw new StartRefusedException(reading.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
    }
}
