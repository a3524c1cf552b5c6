namespace Amazon.SecurityHub.Model;

public class Recommendation
{
    public string Text { get; set; }

    public string Url { get; set; }
}
