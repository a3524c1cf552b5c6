namespace Amazon.SecurityHub.Model;

public class SecurityControlParameter
{
    public string Name { get; set; }

    public List<string> Value { get; set; }
}
