namespace Amazon.SecurityHub.Model;

public class DateFilter
{
    public DateRange DateRange { get; set; }

    public string End { get; set; }

    public string Start { get; set; }
}
