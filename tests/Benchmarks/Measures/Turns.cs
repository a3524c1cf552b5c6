namespace Remediator.Benchmarks.Measures;

/// <summary>Who goes first changes from turn to turn: the first finds the machine colder than the second.</summary>
internal static class Turns
{
    public static void Take(int turn, Action one, Action other)
    {
        if (int.IsEvenInteger(turn)) one();
        other();
        if (int.IsOddInteger(turn)) one();
    }
}
