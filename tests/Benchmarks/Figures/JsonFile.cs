using System.Text.Json;

namespace Remediator.Benchmarks.Figures;

/// <summary>The rows for programs.</summary>
internal static class JsonFile
{
    public static void Write(string path, IEnumerable<Row> rows)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("machine", Machine.Text);
        json.WriteString("loadAtEnd", Machine.Load);
        json.WriteStartArray("rows");
        foreach (var row in rows) Write(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        json.WriteString("what", row.What);
        json.WriteString("unit", row.Unit);
        Write(json, "function", row.Function);
        Write(json, "floor", row.Floor);
        Write(json, "ratio", row.Ratio);
        Write(json, "over", row.Over);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Spread spread)
    {
        json.WriteStartObject(name);
        json.WriteNumber("median", spread.Median);
        json.WriteNumber("least", spread.Least);
        json.WriteNumber("most", spread.Most);
        json.WriteEndObject();
    }
}
