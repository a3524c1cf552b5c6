namespace Amazon.Lambda.Core;

/// <summary>Turns the event into the handler's input and the handler's answer into the response.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
