using System.Xml;
using Amazon.Shared.Errors;

namespace Amazon.Shared.Xml;

/// <summary>
/// Reads an error document: EC2's <c>Response/Errors/Error</c> with <c>RequestID</c>, or query's <c>ErrorResponse/Error</c> with <c>RequestId</c>.
/// </summary>
internal static class XmlErrors
{
    /// <summary>Never fails: what cannot be read is described as unreadable.</summary>
    internal static ServiceError Read(Answer answer, Exception cause)
    {
        try
        {
            var found = new Found();
            using var xml = XmlAnswerReader.Open(answer);
            xml.Structure(found, Read);
            return string.IsNullOrEmpty(found.Code)
                ? ServiceErrors.Unreadable(answer, Expected, cause)
                : ServiceErrors.Said(answer, found.Code, found.Message, found.RequestId, cause);
        }
        catch (Exception failure) when (XmlAnswerReader.IsUnreadable(failure))
        {
            return ServiceErrors.Unreadable(answer, Expected, failure);
        }
    }

    private const string Expected = "an XML error with a `Code`";

    private static void Read(Found found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "Errors" or "Error": xml.Structure(found, Read); break;
            case "Code": found.Code = xml.Text(); break;
            case "Message": found.Message = xml.Text(); break;
            case "RequestID" or "RequestId": found.RequestId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }

    private sealed class Found
    {
        internal string Code { get; set; } = "";

        internal string Message { get; set; } = "";

        internal string RequestId { get; set; } = "";
    }
}
