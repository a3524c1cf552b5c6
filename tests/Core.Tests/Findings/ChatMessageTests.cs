using System.Text.Json;
using Remediator.Findings;

namespace Remediator.Tests.Findings;

public sealed class ChatMessageTests
{
    [Fact]
    public void A_message_has_the_members_that_the_chat_names()
    {
        var notice = NoticeWriter.Write(Stories.All["ssh-closed"]())!;
        var message = JsonDocument.Parse(ChatMessage.Write(notice, "aws")).RootElement;
        Assert.Equal(["version", "source", "id", "content", "metadata"], Names(message));
        Assert.Equal(("1.0", "custom", notice.Id), (Text(message, "version"), Text(message, "source"), Text(message, "id")));
        var (content, metadata) = (message.GetProperty("content"), message.GetProperty("metadata"));
        Assert.Equal(["textType", "title", "description", "nextSteps", "keywords"], Names(content));
        Assert.Equal(("client-markdown", notice.Subject), (Text(content, "textType"), Text(content, "title")));
        Assert.Equal(["threadId", "summary", "eventType", "relatedResources", "additionalContext"], Names(metadata));
        Assert.Equal((notice.Id, "remediator-revoked"), (Text(metadata, "threadId"), Text(metadata, "eventType")));
        Assert.Equal("arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0a1b2c3d4e5f60718", metadata.GetProperty("relatedResources")[0].GetString());
        Assert.Equal(notice.Attributes.Keys, Names(metadata.GetProperty("additionalContext")));
    }

    [Fact]
    public void A_command_stands_as_code_beside_what_it_is_for()
    {
        var notice = NoticeWriter.Write(Stories.All["ssh-closed"]())!;
        var steps = JsonDocument.Parse(ChatMessage.Write(notice, "aws")).RootElement.GetProperty("content").GetProperty("nextSteps").EnumerateArray().Select(s => s.GetString()).ToList();
        Assert.Contains($"Was it right as it was? Put it back, for 8 hours: `remediator undo {notice.Id}`", steps);
        Assert.Contains(steps, s => s!.Contains("`remediator lease open --policy main.yaml", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_story_keeps_the_limits(string name)
    {
        var message = JsonDocument.Parse(ChatMessage.Write(NoticeWriter.Write(Stories.All[name]())!, "aws")).RootElement;
        var content = message.GetProperty("content");
        Assert.InRange(Text(content, "title").Length, 1, 250);
        Assert.InRange(Text(content, "description").Length, 1, 8000);
        Assert.InRange(content.GetProperty("nextSteps").GetArrayLength(), 1, 10);
        Assert.All(content.GetProperty("nextSteps").EnumerateArray(), s => Assert.InRange(s.GetString()!.Length, 1, 350));
        Assert.All(content.GetProperty("keywords").EnumerateArray(), s => Assert.InRange(s.GetString()!.Length, 1, 75));
        Assert.InRange(Text(message.GetProperty("metadata"), "eventType").Length, 1, 32);
    }

    [Theory]
    [InlineData("plain text, with 22 things: fine.", "plain text, with 22 things: fine.")]
    [InlineData("at 2026-03-02 09:15:00 UTC", "at 2026-03-02 09:15:00 UTC")]
    [InlineData("@here read <!channel> & [x](https://evil.example)", "`(at)here read &lt;!channel&gt; &amp; [x](https[:]//evil.example)`")]
    [InlineData("*bold* _it_ ~no~ `code`", "`*bold* _it_ ~no~ 'code'`")]
    [InlineData("arn:aws:iam::1:role/x", "`arn:aws:iam::1:role/x`")]
    [InlineData("# a title", "`# a title`")]
    public void What_a_chat_could_read_as_more_than_text_stands_as_code(string line, string expected) => Assert.Equal(expected, ChatText.Of(line));

    public static TheoryData<string> All => [.. Stories.All.Keys];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);
}
