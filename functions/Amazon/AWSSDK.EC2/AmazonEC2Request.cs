using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>What every request to EC2 is.</summary>
public partial class AmazonEC2Request : AmazonWebServiceRequest;
