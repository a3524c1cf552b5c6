using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

public class SubscribeResponse : AmazonWebServiceResponse
{
    public string SubscriptionArn { get; set; }
}
