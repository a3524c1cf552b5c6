using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>A message with its arguments: <c>revoked {count} of {all:N0}</c> or <c>revoked {0}</c>; <c>{{</c> is a brace.</summary>
internal sealed class MessageTemplate
{
    private MessageTemplate(string text, IReadOnlyList<KeyValuePair<string, object>> properties)
    {
        Text = text;
        Properties = properties;
    }

    /// <summary>The message with its arguments put in.</summary>
    internal string Text { get; }

    /// <summary>Each named argument once, in the order of the message.</summary>
    internal IReadOnlyList<KeyValuePair<string, object>> Properties { get; }

    internal static MessageTemplate Of(string message, object[] args)
    {
        if (args == null || args.Length == 0 || message == null || !message.Contains('{', StringComparison.Ordinal))
            return new MessageTemplate(message ?? "", []);
        var text = new StringBuilder(message.Length + (8 * args.Length));
        var properties = new List<KeyValuePair<string, object>>(args.Length);
        var place = 0;
        for (var index = 0; index < message.Length;)
            index = message[index] is '{' or '}' ? Brace(message, index, args, ref place, text, properties) : Plain(message, index, text);
        return new MessageTemplate(text.ToString(), properties);
    }

    private static int Plain(string message, int start, StringBuilder text)
    {
        var end = message.AsSpan(start).IndexOfAny('{', '}');
        end = end < 0 ? message.Length : start + end;
        text.Append(message, start, end - start);
        return end;
    }

    /// <summary>Returns the index after what it read. A brace that opens nothing stays as it is.</summary>
    private static int Brace(
        string message, int start, object[] args, ref int place, StringBuilder text, List<KeyValuePair<string, object>> properties)
    {
        if (start + 1 < message.Length && message[start + 1] == message[start])
        {
            text.Append(message[start]);
            return start + 2;
        }
        var end = message[start] == '{' ? message.IndexOf('}', start) : -1;
        var inside = end < 0 ? default : message.AsSpan(start + 1, end - start - 1);
        var colon = inside.IndexOf(':');
        var name = (colon < 0 ? inside : inside[..colon]).TrimStart('@').Trim();
        var index = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : place;
        if (name.IsEmpty || index >= args.Length)
        {
            text.Append(message[start]);
            return start + 1;
        }
        place++;
        text.Append(Written(args[index], colon < 0 ? null : inside[(colon + 1)..].ToString()));
        properties.Add(new(name.ToString(), args[index]));
        return end + 1;
    }

    private static string Written(object value, string format)
    {
        try
        {
            return value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString();
        }
        catch (FormatException)
        {
            // A wrong format must not cost the entry.
            return value.ToString();
        }
    }
}
