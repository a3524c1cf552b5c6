using System.Xml;
using Amazon.Shared.Errors;

namespace Amazon.Shared.Xml;

/// <summary>Opens the XML of an answer. Entities and document types are refused, so that an HTML page is no answer and nothing expands.</summary>
internal static class XmlAnswerReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        CheckCharacters = false,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        XmlResolver = null,
    };

    /// <summary>A reader that stands on the root element. Error: XmlException.</summary>
    internal static XmlReader Open(Answer answer)
    {
        var xml = XmlReader.Create(answer.OpenBody(), Settings);
        xml.MoveToContent();
        return xml;
    }

    /// <summary>Whether this is how reading an XML answer fails when the answer, and not we, is at fault.</summary>
    internal static bool IsUnreadable(Exception failure) => failure is XmlException or FormatException or OverflowException;
}
