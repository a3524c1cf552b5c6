using System.Diagnostics;
using System.Globalization;
using System.Text;
using Remediator.Benchmarks.Figures;

namespace Remediator.Benchmarks.Measures;

/// <summary>The processor time of a whole <c>remediator audit</c>, start-up included, beside the same program that only shows its help.</summary>
internal static class AuditRuns
{
    private const int Groups = 1000;
    private const int RulesEach = 20;
    private static readonly string Folder = AppContext.BaseDirectory;

    public static Row Measure(int runs)
    {
        var input = Path.Combine(Path.GetTempPath(), $"remediator-audit-{Environment.ProcessId}.json");
        try
        {
            File.WriteAllText(input, Answer());
            return Measure(runs, input);
        }
        finally
        {
            File.Delete(input);
        }
    }

    private static Row Measure(int runs, string input)
    {
        var (audits, starts) = (new List<double>(), new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            Turns.Take(
                run,
                () => audits.Add(Milliseconds("audit", "--policy", Path.Combine(Folder, "policies", "default.yaml"), "--input", input)),
                () => starts.Add(Milliseconds("--help")));
        }

        var size = new FileInfo(input).Length / 1024;
        return Row.Of($"audit: {Groups} groups of {RulesEach} rules ({size} KiB), a whole process", "ms", [.. audits.Skip(1)], [.. starts.Skip(1)]);
    }

    /// <summary>User and system time, as the shell counts it for its children.</summary>
    private static double Milliseconds(params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$0\" \"$@\" > /dev/null; times", Path.Combine(Folder, "remediator"), .. arguments]) { RedirectStandardOutput = true };
        using var shell = Process.Start(start) ?? throw new BenchmarkException("there is no shell to start the command line from");
        var ofChildren = shell.StandardOutput.ReadToEnd().TrimEnd().Split('\n')[^1];
        shell.WaitForExit();
        var parts = ofChildren.Split(['m', 's', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length == 4 ? (((parts[0] + parts[2]) * 60) + parts[1] + parts[3]) * 1000 : throw new BenchmarkException($"the shell counts `{ofChildren}`, expected user and system time");
    }

    /// <summary>As <c>aws ec2 describe-security-groups</c> prints it; two rules of each group are forbidden.</summary>
    private static string Answer()
    {
        var text = new StringBuilder("{ \"SecurityGroups\": [");
        for (var group = 0; group < Groups; group++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(group == 0 ? "" : ",")}\n{{ \"GroupId\": \"sg-{group:x8}\", \"GroupName\": \"app-{group}\", \"OwnerId\": \"111122223333\", \"VpcId\": \"vpc-0a\", \"Description\": \"application\", \"Tags\": [], \"IpPermissionsEgress\": [], \"IpPermissions\": [");
            for (var rule = 0; rule < RulesEach; rule++)
            {
                var (port, block) = rule < 18 ? (8000 + rule, $"10.{group % 256}.{rule}.0/24") : (rule == 18 ? 22 : 3389, "0.0.0.0/0");
                text.Append(CultureInfo.InvariantCulture, $"{(rule == 0 ? "" : ",")}\n  {{ \"IpProtocol\": \"tcp\", \"FromPort\": {port}, \"ToPort\": {port}, \"IpRanges\": [{{ \"CidrIp\": \"{block}\", \"Description\": \"rule {rule}\" }}] }}");
            }

            text.Append("] }");
        }

        return text.Append("\n] }\n").ToString();
    }
}
