using System.Globalization;
using System.Net;

namespace Remediator.Sandbox.Proxy;

/// <summary>
/// The query protocol's flat parameters as the tree that they spell: `IpPermissions.1.IpRanges.1.CidrIp=…`. Lists keep the order of
/// their numbers. A name that is not there is an empty node, so that reading never asks whether.
/// </summary>
public sealed record QueryNode(string? Text, ImmutableArray<KeyValuePair<string, QueryNode>> Children)
{
    private static readonly QueryNode Nothing = new(null, []);

    public QueryNode this[string name] => Children.FirstOrDefault(one => one.Key == name).Value ?? Nothing;

    public bool IsEmpty => Text is null && Children.IsEmpty;

    /// <summary>The numbered children, in order.</summary>
    public IEnumerable<QueryNode> Items => Children
        .Where(one => int.TryParse(one.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .OrderBy(one => int.Parse(one.Key, CultureInfo.InvariantCulture)).Select(one => one.Value);

    public int? Number => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static QueryNode Parse(string form) => Grow(
        [.. form.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (WebUtility.UrlDecode(pair[0]).Split('.'), WebUtility.UrlDecode(pair.ElementAtOrDefault(1) ?? "")))]);

    public static QueryNode List(IEnumerable<string> items) =>
        new(null, [.. items.Select((item, index) => KeyValuePair.Create($"{index + 1}", new QueryNode(item, [])))]);

    public QueryNode With(string name, QueryNode child) => this with { Children = [.. Children.Where(one => one.Key != name), KeyValuePair.Create(name, child)] };

    public QueryNode With(string name, string text) => With(name, new QueryNode(text, []));

    public QueryNode Without(params string[] names) => this with { Children = [.. Children.Where(one => !names.Contains(one.Key))] };

    /// <summary>The tree with every leaf of this name changed.</summary>
    public QueryNode Map(string name, Func<string, string> change) => this with
    {
        Children = [.. Children.Select(one => KeyValuePair.Create(
            one.Key, one.Key == name && one.Value.Text is { } text ? new QueryNode(change(text), []) : one.Value.Map(name, change)))],
    };

    /// <summary>The tree with every list of this name changed, item by item.</summary>
    public QueryNode MapItems(string name, Func<QueryNode, QueryNode> change) => this with
    {
        Children = [.. Children.Select(one => one.Key != name ? one : KeyValuePair.Create(one.Key, one.Value with
        {
            Children = [.. one.Value.Children.Select(item => KeyValuePair.Create(item.Key, change(item.Value)))],
        }))],
    };

    /// <summary>The form body again.</summary>
    public override string ToString() => string.Join('&', Leaves("").Select(leaf => $"{WebUtility.UrlEncode(leaf.Name)}={WebUtility.UrlEncode(leaf.Text)}"));

    private IEnumerable<(string Name, string Text)> Leaves(string prefix) => Children.SelectMany(one => one.Value.Text is { } text
        ? [(prefix + one.Key, text)]
        : one.Value.Leaves(prefix + one.Key + "."));

    private static QueryNode Grow(ImmutableArray<(string[] Path, string Text)> leaves) => new(
        leaves.FirstOrDefault(leaf => leaf.Path.Length == 0).Text,
        [.. leaves.Where(leaf => leaf.Path.Length > 0).GroupBy(leaf => leaf.Path[0])
            .Select(group => KeyValuePair.Create(group.Key, Grow([.. group.Select(leaf => (leaf.Path[1..], leaf.Text))])))]);
}
