using Remediator.Diagnostics;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Account numbers.</summary>
internal static class Accounts
{
    /// <summary>12 digits, quoted or plain; null, and a problem, for anything else.</summary>
    public static string? Read(Node node, string key, Problems problems)
    {
        if (node is TextNode text && ResourceIds.IsAccount(text.Text)) return text.Text;
        problems.Add(Codes.BadAccount, node.Place, $"`{key}` has {(node is TextNode other ? UserText.Quote(other.Text) : node.Shape)} here, which is no account", "write the 12 digits of an account, such as `111122223333`");
        return null;
    }
}
