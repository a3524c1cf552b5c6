using System.Text;
using Remediator.Findings;
using Remediator.Policies;

namespace Remediator.OnSecurityGroupChange;

/// <summary>Reads the policy in force from its file.</summary>
internal static class PolicyFile
{
    /// <summary>Throws where bytes are no UTF-8: they must not turn into other characters in silence.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static (Policy Policy, IEnumerable<string> Warnings) Read(string path)
    {
        var reading = PolicyReader.Read(Text(path), Path.GetFileName(path));
        var diagnostics = reading.Diagnostics.Select(d => d.ToString());
        return reading.Policy is { } policy ? (policy, diagnostics) : throw new StartRefusedException([.. diagnostics]);
    }

    private static string Text(string path)
    {
        if (!File.Exists(path)) throw Refused(path, "expected the path of a policy file, and there is none");
        try
        {
            return File.ReadAllText(path, Strict);
        }
        catch (DecoderFallbackException)
        {
            throw Refused(path, "expected a policy file in UTF-8, and it has bytes that are none");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"expected a policy file that can be read: {e.Message}");
        }
    }

    private static StartRefusedException Refused(string path, string why) => new([$"REMEDIATOR_POLICY is `{SafeText.Line(path, 200)}`: {why}"]);
}
