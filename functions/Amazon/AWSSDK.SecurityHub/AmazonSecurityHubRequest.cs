using Amazon.Runtime;

namespace Amazon.SecurityHub;

public class AmazonSecurityHubRequest : AmazonWebServiceRequest;
