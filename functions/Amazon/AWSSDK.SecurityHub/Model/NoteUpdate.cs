namespace Amazon.SecurityHub.Model;

public class NoteUpdate
{
    public string Text { get; set; }

    public string UpdatedBy { get; set; }
}
