using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Remediator.Memories;

namespace Remediator.Sweeps;

/// <summary>How far a round through all groups is.</summary>
/// <param name="Id">Names the round: of when it began.</param>
/// <param name="Token">Of the page that is next; null: the first.</param>
/// <param name="IsBegun">The page may have been begun by a run that died.</param>
/// <param name="IsListed">Every page was seen.</param>
/// <param name="IsDone">Nothing is left to do until the next round.</param>
/// <param name="Restarts">How often EC2 did not take a token any more.</param>
/// <param name="Again">Groups that could not be brought to an end, to be tried again.</param>
/// <param name="Tries">How often those were tried again.</param>
internal sealed record RoundState(
    string Id, DateTimeOffset StartedAt, string? Token, bool IsBegun, bool IsListed, bool IsDone, int Restarts, ImmutableSortedSet<string> Again, int Tries)
{
    public static RoundState Begin(DateTimeOffset now) =>
        new(now.ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture), now, null, false, false, false, 0, [], 0);

    /// <summary>What is no state of ours is none: then a round begins.</summary>
    public static RoundState? Read(string? text)
    {
        if (text is null) return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return new(
                root.GetProperty("id").GetString()!,
                UnixTime.Of(root.GetProperty("started").GetInt64()) ?? throw new FormatException("started"),
                root.GetProperty("token").GetString(),
                root.GetProperty("begun").GetBoolean(),
                root.GetProperty("listed").GetBoolean(),
                root.GetProperty("done").GetBoolean(),
                root.GetProperty("restarts").GetInt32(),
                [.. root.GetProperty("again").EnumerateArray().Select(a => a.GetString()!)],
                root.GetProperty("tries").GetInt32());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    public string Text()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", Id);
            json.WriteNumber("started", StartedAt.ToUnixTimeMilliseconds());
            json.WriteString("token", Token);
            json.WriteBoolean("begun", IsBegun);
            json.WriteBoolean("listed", IsListed);
            json.WriteBoolean("done", IsDone);
            json.WriteNumber("restarts", Restarts);
            json.WriteStartArray("again");
            foreach (var id in Again) json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteNumber("tries", Tries);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
