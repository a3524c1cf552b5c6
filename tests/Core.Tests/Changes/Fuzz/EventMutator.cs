namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>Bends real-shaped events: a few changes to the tree, at times a few to the bytes.</summary>
internal sealed class EventMutator(Random random, BendingWords words)
{
    private static readonly string[] Numbers = ["0", "22", "-1", "65535", "65536", "-2", "6", "255", "256", "1e3", "22.0", "99999999999999999999", "-0", "1e400"];

    public byte[] Mutate(Node original)
    {
        var root = original.Copy();
        for (var times = random.Next(1, 5); times > 0; times--) Change(root);
        var bytes = root.ToBytes();
        if (random.Next(8) == 0)
            for (var times = random.Next(1, 4); times > 0; times--) bytes = Bend(bytes);
        return bytes;
    }

    private void Change(Node root)
    {
        var place = Pick(root);
        if (place.Members.Count > 0) ChangeMember(root, place, random.Next(place.Members.Count));
        else if (place.Items.Count > 0) ChangeItem(root, place, random.Next(place.Items.Count));
    }

    private void ChangeMember(Node root, Node place, int at)
    {
        var (name, value) = place.Members[at];
        switch (random.Next(12))
        {
            case 0: place.Members.RemoveAt(at); break;
            case 1: place.Members.Insert(random.Next(place.Members.Count + 1), (name, random.Next(2) == 0 ? value.Copy() : Scalar())); break;
            case 2: place.Members[at] = (Renamed(name), value); break;
            case 3: place.Members.Insert(random.Next(place.Members.Count + 1), (OtherCapital(name), random.Next(2) == 0 ? value.Copy() : Scalar())); break;
            case 4: place.Members.Add((words.Names[random.Next(words.Names.Length)], Pick(root).Copy())); break;
            case 5: place.Members.Reverse(); break;
            case 6: place.Members[at] = (OtherCapital(name), value); break;
            default: place.Members[at] = (name, Changed(value)); break;
        }
    }

    private void ChangeItem(Node root, Node place, int at)
    {
        switch (random.Next(6))
        {
            case 0: place.Items.RemoveAt(at); break;
            case 1: place.Items.Add(place.Items[at].Copy()); break;
            case 2: place.Items.Insert(at, random.Next(2) == 0 ? Scalar() : Pick(root).Copy()); break;
            case 3: place.Items.Reverse(); break;
            default: place.Items[at] = Changed(place.Items[at]); break;
        }
    }

    private Node Changed(Node value) => random.Next(9) switch
    {
        0 => Node.Object(("items", Node.List(value))),
        1 => Node.Object(("item", value)),
        2 => Node.List(value),
        3 => Node.Object(("items", Node.Object(("item", Node.List(value, value.Copy()))))),
        4 => Unwrapped(value),
        5 => SwapNumberAndText(value),
        6 => Nested(value, random.Next(40) == 0 ? 80 : 3),
        _ => Scalar(),
    };

    private Node Scalar() => random.Next(8) switch
    {
        0 => Node.Word("null"),
        1 => Node.Object(),
        2 => Node.List(),
        3 => Node.Word(random.Next(2) == 0 ? "true" : "false"),
        4 or 5 => Node.Number(Numbers[random.Next(Numbers.Length)]),
        _ => Node.Of(words.Texts[random.Next(words.Texts.Length)]),
    };

    private static Node Unwrapped(Node value) =>
        value.Items.Count == 1 ? value.Items[0] : value.Members.Count == 1 ? value.Members[0].Value : value;

    private Node SwapNumberAndText(Node value) => value.Kind switch
    {
        NodeKind.Number => Node.Of(value.Raw),
        NodeKind.Text when value.Raw is "-1" or "6" or "17" or "50" => Node.Number(value.Raw),
        NodeKind.Text => Node.Of(value.Raw.Insert(random.Next(value.Raw.Length + 1), words.Texts[random.Next(words.Texts.Length)])),
        _ => value,
    };

    private static Node Nested(Node value, int times)
    {
        for (; times > 0; times--) value = Node.List(value);
        return value;
    }

    private string Renamed(string name) => random.Next(3) switch
    {
        0 => words.Names[random.Next(words.Names.Length)],
        1 => name + "é",
        _ => name.Length == 0 ? "y" : name.Remove(random.Next(name.Length), 1),
    };

    private static string OtherCapital(string name) =>
        name.Length == 0 ? "Z" : (char.IsAsciiLetterUpper(name[0]) ? char.ToLowerInvariant(name[0]) : char.ToUpperInvariant(name[0])) + name[1..];

    /// <summary>An object or list anywhere; mostly where the traffic is.</summary>
    private Node Pick(Node root)
    {
        var part = words.Places[random.Next(words.Places.Length)].Aggregate((Node?)root, (node, name) => node?.Get(name));
        var places = new List<Node>();
        Collect(part ?? root, places);
        return places.Count == 0 ? root : places[random.Next(places.Count)];
    }

    private static void Collect(Node node, List<Node> places)
    {
        if (node.Members.Count + node.Items.Count > 0) places.Add(node);
        foreach (var (_, value) in node.Members) Collect(value, places);
        foreach (var item in node.Items) Collect(item, places);
    }

    private byte[] Bend(byte[] bytes)
    {
        if (bytes.Length < 2) return bytes;
        var at = random.Next(bytes.Length);
        switch (random.Next(6))
        {
            case 0: return bytes[..at];
            case 1: return [0xEF, 0xBB, 0xBF, .. bytes];
            case 2: return [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]];
            case 3: return [.. bytes[..at], .. bytes[(at + 1)..]];
            case 4: return [.. bytes, (byte)" {}]x\n"[random.Next(6)]];
            default:
                bytes[at] = (byte)(bytes[at] ^ (1 << random.Next(8)));
                return bytes;
        }
    }
}
