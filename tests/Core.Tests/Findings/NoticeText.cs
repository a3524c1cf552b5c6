using System.Text;
using Remediator.Findings;

namespace Remediator.Tests.Findings;

/// <summary>A notice as a file shows it.</summary>
internal static class NoticeText
{
    public static string Of(Notice notice)
    {
        var text = new StringBuilder($"Subject: {notice.Subject}\n");
        foreach (var (key, value) in notice.Attributes) text.Append($"{key}: {value}\n");
        return text.Append('\n').Append(notice.Body).ToString();
    }
}
