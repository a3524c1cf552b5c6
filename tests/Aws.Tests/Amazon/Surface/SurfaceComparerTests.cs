using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.Surface;

/// <summary>The comparer finds what it is there for: made-up types against facts that are a little different.</summary>
public sealed class SurfaceComparerTests
{
    private const string Facts = """
        [
        { "namespace": "Remediator.Aws.Tests.Amazon.Surface", "name": "SurfaceComparerTests.Sample<T>", "kind": "class", "base": "Stem", "interfaces": ["IDisposable"],
          "ctors": ["Sample()", "protected Sample(string text)"],
          "properties": { "Count": "int?", "Name": "string { get; }", "Items": "List<T>", "Shared": "static object", "Inner": "protected byte[] { protected get; }" },
          "methods": ["void Dispose()", "virtual Task<T> ReadAsync(string path, System.Threading.CancellationToken cancellationToken = default)", "static bool op_Equality(Sample<T> left, Sample<T> right)",
            "static bool op_Inequality(Sample<T> left, Sample<T> right)", "TResult Map<TResult>(ref int seed, Func<T, TResult> map = null, params object[] rest)"] },
        { "namespace": "Remediator.Aws.Tests.Amazon.Surface", "name": "SurfaceComparerTests.Stem", "kind": "abstract class", "ctors": ["protected Stem()"] },
        { "namespace": "Remediator.Aws.Tests.Amazon.Surface", "name": "SurfaceComparerTests.Colour", "kind": "enum", "constants": ["Red = 0", "Blue = 4"] },
        { "namespace": "Remediator.Aws.Tests.Amazon.Surface", "name": "SurfaceComparerTests.Word", "kind": "constant class", "base": "ConstantClass", "ctors": ["Word(string value)"],
          "constants": ["NEW = \"NEW\"", "UsEast = \"us-east.1\""] },
        { "namespace": "Remediator.Aws.Tests.Amazon.Surface", "name": "SurfaceComparerTests.IShape", "kind": "interface",
          "properties": { "Size": "int { get; }", "Side": "string { get; } [default-impl]" }, "methods": ["void Draw()", "default-impl void Draw(string pen)"] },
        { "namespace": "Remediator.Aws.Tests.Amazon.Surface", "name": "SurfaceComparerTests.Callback", "kind": "delegate", "base": "MulticastDelegate", "methods": ["Task<bool> Invoke(int count)"] }
        ]
        """;

    private static readonly Type[] Types = [typeof(Sample<>), typeof(Stem), typeof(Colour), typeof(Word), typeof(IShape), typeof(Callback)];

    [Fact]
    public void Types_that_are_as_the_facts_say_have_no_problem() => AssertNone(Problems(Facts, Types));

    [Theory]
    [InlineData("\"Count\": \"int?\"", "\"Count\": \"int\"", "property `Count` is `int?`, the official one is `int`")]
    [InlineData("\"Count\": \"int?\"", "\"Count\": \"int? { get; }\"", "property `Count` is `int?`, the official one is `int? { get; }`")]
    [InlineData("\"Count\": \"int?\"", "\"Other\": \"int?\"", "no property `Count` (`int?`)")]
    [InlineData("List<T>", "List<string>", "property `Items` is `List<T>`")]
    [InlineData("static object", "object", "property `Shared` is `static object`")]
    [InlineData("protected byte[] { protected get; }", "byte[] { get; }", "property `Inner` is `protected byte[] { protected get; }`")]
    [InlineData("\"Size\": \"int { get; }\"", "\"Size\": \"int\"", "property `Size` is `int { get; }`")]
    [InlineData(" [default-impl]", "", "property `Side`")]
    [InlineData("\"Sample()\", ", "", "no constructor `Sample()`")]
    [InlineData("protected Sample(string text)", "protected Sample(string name)", "no constructor `protected Sample(string text)`")]
    [InlineData("virtual Task", "Task", "no method `virtual Task<T> ReadAsync(string path, CancellationToken cancellationToken = default)`")]
    [InlineData("cancellationToken = default", "cancellationToken", "no method `virtual Task<T> ReadAsync(")]
    [InlineData("string path", "string file", "no method `virtual Task<T> ReadAsync(string path")]
    [InlineData("ReadAsync", "LoadAsync", "no method `virtual Task<T> ReadAsync(")]
    [InlineData("Task<T> ReadAsync", "Task<object> ReadAsync", "no method `virtual Task<T> ReadAsync(")]
    [InlineData("params object[] rest", "object[] rest", "no method `TResult Map<TResult>(ref int seed, Func<T, TResult> map = null, params object[] rest)`")]
    [InlineData("ref int seed", "int seed", "no method `TResult Map<TResult>(ref int seed")]
    [InlineData("op_Equality", "op_Addition", "no method `static bool op_Equality(Sample<T> left, Sample<T> right)`")]
    [InlineData("default-impl void Draw(string pen)", "void Draw(string pen)", "no method `default-impl void Draw(string pen)`")]
    [InlineData("\"void Draw()\", ", "", "no method `void Draw()`")]
    [InlineData("Task<bool> Invoke(int count)", "Task Invoke(int count)", "no signature `Task<bool> Invoke(int count)`")]
    [InlineData("Blue = 4", "Blue = 3", "no constant `Blue = 4`")]
    [InlineData("us-east.1", "us-east.2", "no constant `UsEast = \"us-east.1\"`")]
    [InlineData("\"base\": \"Stem\"", "\"base\": \"Stream\"", "its base is `Stem`, the official one's is `Stream`")]
    [InlineData("\"base\": \"Stem\", ", "", "its base is `Stem`, the official one's is `object`")]
    [InlineData("\"IDisposable\"", "", "it implements `IDisposable`")]
    [InlineData("\"abstract class\"", "\"sealed class\"", "it is a `abstract class`, the official one is a `sealed class`")]
    [InlineData("\"enum\"", "\"class\"", "it is a `enum`, the official one is a `class`")]
    [InlineData("SurfaceComparerTests.Stem\"", "SurfaceComparerTests.Leaf\"", "Stem` is not in the trimmed facts")]
    [InlineData("SurfaceComparerTests.Stem\"", "SurfaceComparerTests.Leaf\"", "Leaf` is in the trimmed facts, but no stand-in has it")]
    public void One_difference_is_named(string fact, string instead, string problem)
    {
        Assert.Contains(fact, Facts, StringComparison.Ordinal);

        var problems = Problems(Facts.Replace(fact, instead, StringComparison.Ordinal), Types);

        Assert.Contains(problems, line => line.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Public_field_and_event_that_the_facts_do_not_know_are_named()
    {
        var facts = """[{ "namespace": "Remediator.Aws.Tests.Amazon.Surface", "name": "SurfaceComparerTests.Loose", "kind": "class" }]""";

        var problems = Problems(facts, [typeof(Loose)]);

        Assert.Contains(problems, line => line.EndsWith("no constant `Open = int`", StringComparison.Ordinal));
        Assert.Contains(problems, line => line.EndsWith("no event `Changed`", StringComparison.Ordinal));
        Assert.Contains(problems, line => line.EndsWith("no constructor `Loose()`", StringComparison.Ordinal));
    }

    [Fact]
    public void Type_that_offers_less_has_no_problem()
    {
        var facts = Facts.Replace("\"Stem\", \"kind\": \"abstract class\"", "\"Stem\", \"kind\": \"abstract class\", \"methods\": [\"void More()\"]", StringComparison.Ordinal)
            .Replace("Red = 0", "Green = 1\", \"Red = 0", StringComparison.Ordinal);

        AssertNone(Problems(facts, Types));
    }

    private static void AssertNone(string[] problems) => Assert.True(problems.Length == 0, string.Join(Environment.NewLine, problems));

    private static string[] Problems(string facts, Type[] types) => [.. new SurfaceComparer(OfficialFacts.Read(facts)).Problems(types)];

    public abstract class Stem
    {
        public override string ToString() => "stem";
    }

    public class Sample<T> : Stem, IDisposable
    {
        public Sample() : this("") { }

        protected Sample(string text) => Name = text;

        public int? Count { get; set; }

        public string Name { get; private set; }

        public List<T> Items { get; set; } = [];

        public static object? Shared { get; set; }

        protected byte[] Inner { get; private set; } = [];

        public void Dispose() => GC.SuppressFinalize(this);

        public virtual Task<T> ReadAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult(Items[0]);

        public TResult Map<TResult>(ref int seed, Func<T, TResult>? map = null, params object[] rest) => map!(Items[seed++]);

        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => 0;

        public static bool operator ==(Sample<T> left, Sample<T> right) => ReferenceEquals(left, right);

        public static bool operator !=(Sample<T> left, Sample<T> right) => !ReferenceEquals(left, right);
    }

    public enum Colour { Red = 0, Blue = 4 }

    public class Word(string value) : ConstantClass(value)
    {
        public static readonly Word NEW = new("NEW");
        public static readonly Word UsEast = new("us-east.1");
    }

    public interface IShape
    {
        int Size { get; }

        string Side => "left";

        void Draw();

        void Draw(string pen) => Draw();
    }

    public delegate Task<bool> Callback(int count);

    public class Loose
    {
        public const int Open = 1;

        public event EventHandler? Changed;

        internal void Raise() => Changed?.Invoke(this, EventArgs.Empty);
    }
}
