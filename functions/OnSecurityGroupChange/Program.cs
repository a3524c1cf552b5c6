using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Remediator.Aws.Hosting;
using Remediator.OnSecurityGroupChange;

var function = Function.On(new Platform(Environment.GetEnvironmentVariable, TimeProvider.System, LambdaLogger.Log, RawOutput.WriteLine));
using var bootstrap = LambdaBootstrapBuilder.Create(function.Handle).UseBootstrapHandler(function.Start).Build();
await bootstrap.RunAsync().ConfigureAwait(false);
