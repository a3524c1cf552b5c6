using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

public class BatchImportFindingsResponse : AmazonWebServiceResponse
{
    public int? FailedCount { get; set; }

    public List<ImportFindingsError> FailedFindings { get; set; }

    public int? SuccessCount { get; set; }
}
