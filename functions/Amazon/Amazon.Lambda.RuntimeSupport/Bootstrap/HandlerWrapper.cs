using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes one kind of handler out of the kinds that people write.</summary>
public class HandlerWrapper : IDisposable
{
    // One buffer serves all answers: invocations of one process never overlap, and the answer is sent before the next begins.
    private readonly MemoryStream _output = new();

    private HandlerWrapper(ILambdaSerializer serializer = null) => Serializer = serializer;

    public LambdaBootstrapHandler Handler { get; private set; }

    internal ILambdaSerializer Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var wrapper = new HandlerWrapper();
        wrapper.Handler = async invocation =>
        {
            await handler(invocation.InputStream, invocation.LambdaContext).ConfigureAwait(false);
            return wrapper.Nothing();
        };
        return wrapper;
    }

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new HandlerWrapper
        {
            Handler = async invocation =>
                new InvocationResponse(await handler(invocation.InputStream, invocation.LambdaContext).ConfigureAwait(false)),
        };
    }

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(serializer);
        var wrapper = new HandlerWrapper(serializer);
        wrapper.Handler = async invocation =>
        {
            var input = serializer.Deserialize<TInput>(invocation.InputStream);
            await handler(input, invocation.LambdaContext).ConfigureAwait(false);
            return wrapper.Nothing();
        };
        return wrapper;
    }

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(serializer);
        var wrapper = new HandlerWrapper(serializer);
        wrapper.Handler = async invocation =>
        {
            var input = serializer.Deserialize<TInput>(invocation.InputStream);
            return wrapper.Answer(await handler(input, invocation.LambdaContext).ConfigureAwait(false));
        };
        return wrapper;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _output.Dispose();
    }

    private InvocationResponse Nothing()
    {
        _output.SetLength(0);
        return new InvocationResponse(_output, disposeOutputStream: false);
    }

    private InvocationResponse Answer<TOutput>(TOutput output)
    {
        _output.SetLength(0);
        Serializer.Serialize(output, _output);
        _output.Position = 0;
        return new InvocationResponse(_output, disposeOutputStream: false);
    }
}
