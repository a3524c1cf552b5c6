using Remediator.Ports;

namespace Remediator.Measures;

/// <summary>What EC2 said to a call, in a few words for the record.</summary>
internal static class AnswerWords
{
    public static string Said(this InterfaceAnswer answer) => answer switch
    {
        InterfaceAnswer.Taken => "taken",
        InterfaceAnswer.NotFound => "interface not found",
        InterfaceAnswer.GroupNotFound missing => missing.Problem,
        InterfaceAnswer.Managed managed => managed.Problem,
        InterfaceAnswer.Refused refused => refused.Problem,
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };

    public static string Said(this AclAnswer answer) => answer switch
    {
        AclAnswer.Taken => "taken",
        AclAnswer.NumberTaken => "the number is taken",
        AclAnswer.Full full => full.Problem,
        AclAnswer.NotFound => "not found",
        AclAnswer.Refused refused => refused.Problem,
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };
}
