namespace Amazon.SecurityHub.Model;

public class DateRange
{
    public DateRangeComparison Comparison { get; set; }

    public DateRangeUnit Unit { get; set; }

    public int? Value { get; set; }
}
