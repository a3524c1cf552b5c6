using System.Text.Json;

namespace Remediator.Core.Tests.Policies.Schema;

/// <summary>The validator itself, against what the keywords mean (https://json-schema.org/draft/2020-12/json-schema-validation).</summary>
public class JsonSchemaTests
{
    [Theory]
    [InlineData("{}", "1", true)]
    [InlineData("""{ "type": "integer" }""", "1", true)]
    [InlineData("""{ "type": "integer" }""", "1.0", true)]
    [InlineData("""{ "type": "integer" }""", "1.5", false)]
    [InlineData("""{ "type": ["string", "boolean"] }""", "null", false)]
    [InlineData("""{ "type": ["string", "boolean"] }""", "true", true)]
    [InlineData("""{ "enum": [1, "1"] }""", "1.0", true)]
    [InlineData("""{ "enum": [1, "1"] }""", "2", false)]
    [InlineData("""{ "const": "none" }""", "\"none\"", true)]
    [InlineData("""{ "const": "none" }""", "[]", false)]
    [InlineData("""{ "pattern": "^a+$" }""", "\"aa\"", true)]
    [InlineData("""{ "pattern": "^a+$" }""", "\"ab\"", false)]
    [InlineData("""{ "pattern": "^a+$" }""", "7", true)]
    [InlineData("""{ "minLength": 1, "maxLength": 2 }""", "\"\"", false)]
    [InlineData("""{ "minLength": 1, "maxLength": 2 }""", "\"abc\"", false)]
    [InlineData("""{ "minimum": 1, "maximum": 2 }""", "0", false)]
    [InlineData("""{ "minimum": 1, "maximum": 2 }""", "2", true)]
    [InlineData("""{ "minItems": 1, "items": { "type": "string" } }""", "[]", false)]
    [InlineData("""{ "minItems": 1, "items": { "type": "string" } }""", "[\"a\", 1]", false)]
    [InlineData("""{ "minProperties": 1 }""", "{}", false)]
    [InlineData("""{ "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false }""", """{ "a": "x" }""", true)]
    [InlineData("""{ "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false }""", """{ "a": 1 }""", false)]
    [InlineData("""{ "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false }""", "{}", false)]
    [InlineData("""{ "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false }""", """{ "a": "x", "b": 1 }""", false)]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", """{ "b": 1 }""", false)]
    [InlineData("""{ "propertyNames": { "pattern": "^[a-z]" } }""", """{ "1": 1 }""", false)]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "array" }] }""", "[]", true)]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "array" }] }""", "{}", false)]
    [InlineData("""{ "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] }""", """{ "a": 1, "b": 1 }""", false)]
    [InlineData("""{ "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] }""", """{ "b": 1 }""", true)]
    [InlineData("""{ "not": { "required": ["a"] } }""", """{ "a": 1 }""", false)]
    [InlineData("""{ "not": { "required": ["a"] } }""", "{}", true)]
    [InlineData("""{ "$ref": "#/$defs/t", "$defs": { "t": { "type": "string" } } }""", "1", false)]
    public void Keyword_means_what_the_standard_says(string schema, string value, bool valid) =>
        Assert.Equal(valid, JsonSchema.Parse(schema).Validate(JsonDocument.Parse(value).RootElement).Count == 0);

    [Fact]
    public void Keyword_that_is_not_known_is_not_passed_over() =>
        Assert.Throws<NotSupportedException>(() => JsonSchema.Parse("""{ "uniqueItems": true }""").Validate(JsonDocument.Parse("[]").RootElement));

    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: '1'", """{"a":"1"}""")]
    [InlineData("a: no", """{"a":"no"}""")]
    [InlineData("a: true", """{"a":true}""")]
    [InlineData("a: 2027-01-31", """{"a":"2027-01-31"}""")]
    [InlineData("a: ~", """{"a":null}""")]
    [InlineData("a: [0x16, 1.5, .5]", """{"a":["0x16",1.5,0.5]}""")]
    public void Yaml_scalars_have_the_types_that_an_editor_gives_them(string yaml, string json) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, YamlValue.Read(yaml)!.Value));
}
