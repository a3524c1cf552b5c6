using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

// A function for the tests: its answer is its event. The first argument may ask for more.
var fails = args is ["fail-to-start"];
using var bootstrap = LambdaBootstrapBuilder
    .Create(EchoAsync)
    .UseBootstrapHandler(() => fails ? throw new InvalidOperationException("no policy was found") : Task.FromResult(true))
    .Build();
await bootstrap.RunAsync();

static async Task<Stream> EchoAsync(Stream input, ILambdaContext context)
{
    using var reader = new StreamReader(input, Encoding.UTF8);
    var text = await reader.ReadToEndAsync();
    if (text.Contains("log", StringComparison.Ordinal))
    {
        context.Logger.LogDebug("too fine to be seen");
        context.Logger.LogWarning("revoked {count} permissions\nof `{group}`", 2, "sg-0a");
        context.Logger.LogError(new InvalidOperationException("a line\nand another"), "could not tell");
        Console.WriteLine("written to the console");
        await Console.Error.WriteLineAsync("written to standard error");
        LambdaLogger.Log("logged without a context");
    }
    if (text.Contains("slow", StringComparison.Ordinal))
    {
        context.Logger.LogInformation("taking its time");
        await Task.Delay(TimeSpan.FromSeconds(1));
    }
    return new MemoryStream(Encoding.UTF8.GetBytes(text));
}
