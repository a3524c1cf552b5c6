namespace Remediator.Scenarios.Sandbox;

/// <summary>One moto behind one proxy for all classes about EC2's answers: starting it takes longer than most of their tests.</summary>
[CollectionDefinition]
public sealed class ProxyCollection : ICollectionFixture<ProxyFixture>;
