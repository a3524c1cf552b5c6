using System.Text.Json;
using Remediator.Diagnostics;

namespace Remediator.Cli.Json;

/// <summary>A place in the policy file: <c>file</c>, <c>line</c> and <c>column</c>, which count from 1.</summary>
internal static class PlaceJson
{
    public static void Write(Utf8JsonWriter json, Place place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
    }
}
