using System.Globalization;
using System.Xml;

namespace Amazon.Shared.Xml;

/// <summary>
/// Pulls a structure out of an XML answer. Each method starts on an element and ends behind it.
/// Errors: XmlException, FormatException or OverflowException; the caller makes an unreadable answer of them.
/// </summary>
internal static class XmlFields
{
    /// <summary>Gives each child element of the current one to <paramref name="read"/>.</summary>
    internal static T Structure<T>(this XmlReader xml, T target, FieldReader<T> read)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return target;
        }

        xml.ReadStartElement();
        while (xml.MoveToContent() == XmlNodeType.Element)
        {
            read(target, xml.LocalName, xml);
        }

        xml.ReadEndElement();
        return target;
    }

    /// <summary>
    /// A list whose elements are wrapped (<c>item</c> in EC2, <c>member</c> in query).
    /// An empty one leaves <paramref name="list"/> as it was, as version 4 of the SDK does: null unless something was in it.
    /// </summary>
    internal static List<T> List<T>(this XmlReader xml, List<T> list, string itemName, Func<XmlReader, T> read)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return list;
        }

        xml.ReadStartElement();
        while (xml.MoveToContent() == XmlNodeType.Element)
        {
            if (xml.LocalName == itemName)
            {
                (list ??= []).Add(read(xml));
            }
            else
            {
                xml.Skip();
            }
        }

        xml.ReadEndElement();
        return list;
    }

    internal static string Text(this XmlReader xml) => xml.ReadElementContentAsString();

    /// <summary>Null for an empty element, as in the SDK; so are the next three.</summary>
    internal static int? Int(this XmlReader xml) => xml.Text() is { Length: > 0 } text
        ? int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : null;

    internal static long? Long(this XmlReader xml) => xml.Text() is { Length: > 0 } text
        ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : null;

    internal static bool? Bool(this XmlReader xml) => xml.Text() is { Length: > 0 } text ? bool.Parse(text) : null;

    /// <summary>ISO 8601, answered in UTC.</summary>
    internal static DateTime? Time(this XmlReader xml) => xml.Text() is { Length: > 0 } text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;
}
