using Remediator.Findings;
using Remediator.Policies;

namespace Remediator.Aws.Hosting;

/// <summary>Reads the policy in force from its file.</summary>
internal static class PolicyFile
{
    /// <summary>The policy, and what an operator should see at the start.</summary>
    public static (Policy Policy, IEnumerable<string> Warnings) Read(string path)
    {
        var reading = PolicyReader.Read(Bytes(path), Path.GetFileName(path));
        var diagnostics = reading.Diagnostics.Select(d => d.ToString());
        if (reading.Policy is not { } policy) throw new StartRefusedException([.. diagnostics]);
        return (policy, diagnostics);
    }

    /// <summary>One byte more than the largest policy, and it is too large, however much more there is.</summary>
    private static ReadOnlyMemory<byte> Bytes(string path)
    {
        if (!File.Exists(path)) throw Refused(path, "expected the path of a policy file, and there is none");
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[PolicyReader.LargestText + 1];
            return bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"expected a policy file that can be read: {e.Message}");
        }
    }

    private static StartRefusedException Refused(string path, string why) => new([$"REMEDIATOR_POLICY is `{SafeText.Line(path, 200)}`: {why}"]);
}
