using System.Xml;

namespace Amazon.Shared.Xml;

/// <summary>
/// Reads the child element <paramref name="name"/>, on which <paramref name="xml"/> stands, into <paramref name="target"/>.
/// INVARIANT: leaves the reader behind the element; what it does not know it skips.
/// </summary>
internal delegate void FieldReader<in T>(T target, string name, XmlReader xml);
