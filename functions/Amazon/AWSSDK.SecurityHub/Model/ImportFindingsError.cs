namespace Amazon.SecurityHub.Model;

public class ImportFindingsError
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string Id { get; set; }
}
