using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Remediator.Sandbox.CloudTrail;

/// <summary>What CloudTrail records of EC2's XML answer: `return` as `_return`, lists as `items`, numbers and booleans as such.</summary>
internal static class ResponseElements
{
    private static readonly string[] Numbers = ["fromPort", "toPort", "version", "maxEntries"];
    private static readonly string[] Booleans = ["return", "isEgress"];

    public static JsonObject Of(string action, XElement answer) => action switch
    {
        "ModifySecurityGroupRules" => Wrapped(action, answer, ("return", true)),
        "ModifyManagedPrefixList" or "RestoreManagedPrefixListVersion" => Wrapped(action, answer, ("prefixList", answer.Element("prefixList") is { } list ? Record(list) : null)),
        // moto says nothing at all where AWS says `return`.
        "CreateTags" or "DeleteTags" => new JsonObject { ["requestId"] = answer.Element("requestId")?.Value, ["_return"] = true },
        _ => Record(answer),
    };

    private static JsonObject Wrapped(string action, XElement answer, (string Name, JsonNode? Value) said) => new()
    {
        [action + "Response"] = new JsonObject
        {
            ["xmlns"] = "http://ec2.amazonaws.com/doc/2016-11-15/",
            ["requestId"] = answer.Element("requestId")?.Value,
            [said.Name] = said.Value,
        },
    };

    private static JsonObject Record(XElement element)
    {
        var record = new JsonObject();
        foreach (var child in element.Elements())
            record[child.Name.LocalName == "return" ? "_return" : child.Name.LocalName] = Value(child);
        return record;
    }

    private static JsonNode? Value(XElement element)
    {
        var name = element.Name.LocalName;
        if (element.Elements("item").Any())
            return new JsonObject { ["items"] = new JsonArray([.. element.Elements("item").Select(Record)]) };
        if (element.HasElements)
            return Record(element);
        if (name.EndsWith("Set", StringComparison.Ordinal))
            return new JsonObject();
        if (Numbers.Contains(name) && int.TryParse(element.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        return Booleans.Contains(name) ? element.Value == "true" : element.Value;
    }
}
