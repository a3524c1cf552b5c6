namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>The event or the answer could not be turned from or into JSON; the message says which type and why.</summary>
public class JsonSerializerException : Exception
{
    public JsonSerializerException(string message) : base(message)
    {
    }

    public JsonSerializerException(string message, Exception exception) : base(message, exception)
    {
    }
}
