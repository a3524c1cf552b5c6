namespace Amazon.SecurityHub.Model;

public class Note
{
    public string Text { get; set; }

    public string UpdatedAt { get; set; }

    public string UpdatedBy { get; set; }
}
