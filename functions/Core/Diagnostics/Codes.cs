namespace Remediator.Diagnostics;

/// <summary>Every code that a policy file can earn. A number is never used again, and gaps are left where a group may grow:
/// 001 the text, 020 its shape, 030 terms, 040 ids and cost, 050 warnings, 060 groups, values and sections, 080 warnings about them.</summary>
/// <remarks>022, 028 and 091 are retired: the first two said of a key or a word that an earlier version did not act on it, the last
/// warned of what 071 refuses. Nothing raises them, and they stand here so that nothing else ever will.</remarks>
public static class Codes
{
    private static readonly List<DiagnosticCode> Table = [];

    public static readonly DiagnosticCode TooLarge = Error("POL001", "text too large", "a policy is at most 4 MiB of UTF-8 text");
    public static readonly DiagnosticCode NotYaml = Error("POL002", "not YAML", "the text breaks a rule of YAML, so nothing after that place was read");
    public static readonly DiagnosticCode Tab = Error("POL003", "tab as indentation", "YAML is indented with spaces; a tab there stops the reading");
    public static readonly DiagnosticCode Empty = Error("POL004", "nothing written", "the file holds no policy: it is empty, or all of it is comments");
    public static readonly DiagnosticCode SecondDocument = Error("POL005", "second document", "one file is one policy; what follows a second `---` would not be in force");
    public static readonly DiagnosticCode TooDeep = Error("POL006", "nested too deep", "lists and mappings stand at most 64 deep in each other");
    public static readonly DiagnosticCode TooMany = Error("POL007", "too many values", "there are more values, anchors or aliases than any policy needs; aliases count as what they stand for");
    public static readonly DiagnosticCode BadAlias = Error("POL008", "alias to nothing", "an alias names an anchor that does not stand before it, or that it is itself part of");
    public static readonly DiagnosticCode MergeKey = Error("POL009", "merge key", "`<<` is not read, so what it would bring in would not be in force");
    public static readonly DiagnosticCode Tag = Error("POL010", "tag", "every value is read as text; a tag that says otherwise is not followed");
    public static readonly DiagnosticCode DuplicateKey = Error("POL011", "key twice", "a key stands twice in one mapping, and only one of them could be in force");
    public static readonly DiagnosticCode KeyNotText = Error("POL012", "key is not text", "a key is a word, not a list, a mapping or nothing");

    public static readonly DiagnosticCode NotUtf8 = Error("POL013", "not UTF-8", "the file is not UTF-8 text, and reading it in another way could change what it says");
    public static readonly DiagnosticCode ControlCharacter = Error("POL014", "character that ends the text", "a NUL character, behind which nothing would be read");

    public static readonly DiagnosticCode WrongShape = Error("POL020", "wrong shape", "a list, a mapping or a text stands where another of them is expected");
    public static readonly DiagnosticCode UnknownKey = Error("POL021", "unknown key", "the policy language has no such key here");
    public static readonly DiagnosticCode KeyOfLater = Retired("POL022", "not a key of this version", "the key belonged to the policy language before a version acted on it");
    public static readonly DiagnosticCode MissingKey = Error("POL023", "missing key", "a key that has no default is not there");
    public static readonly DiagnosticCode NoValue = Error("POL024", "no value", "a key stands there with nothing after it");
    public static readonly DiagnosticCode EmptyList = Error("POL025", "empty", "an empty list or mapping stands where it would mean nothing at all, or everything");
    public static readonly DiagnosticCode Version = Error("POL026", "unknown version", "the file is written in a version of the language that is not read here");
    public static readonly DiagnosticCode UnknownWord = Error("POL027", "unknown word", "the key takes one of a few words, and this is none of them");
    public static readonly DiagnosticCode WordOfLater = Retired("POL028", "not a word of this version", "the word belonged to the policy language before a version acted on it");
    public static readonly DiagnosticCode BadText = Error("POL029", "text not usable", "an id, name or text is too long, or has characters that it may not have");

    public static readonly DiagnosticCode UnknownNetwork = Error("POL030", "unknown network", "a peer is neither built in, nor a network of this file, nor a block of addresses, nor a group or prefix list");
    public static readonly DiagnosticCode UnknownService = Error("POL031", "unknown service", "a service is neither built in, nor one of this file, nor written as protocol and ports");
    public static readonly DiagnosticCode BadBlock = Error("POL032", "not a block of addresses", "a CIDR block has an address of four numbers, or of IPv6, and a prefix length");
    public static readonly DiagnosticCode BadPorts = Error("POL033", "not ports", "ports are one number or a range, upwards, from 0 to 65535");
    public static readonly DiagnosticCode BadProtocol = Error("POL034", "not a protocol", "a protocol is a name that is known here, or a number from 0 to 255");
    public static readonly DiagnosticCode BadIcmp = Error("POL035", "not an ICMP type or code", "ICMP is followed by a type and perhaps a code, each from 0 to 255");
    public static readonly DiagnosticCode NameTaken = Error("POL036", "name is built in", "a name of the file would hide one that is built in");
    public static readonly DiagnosticCode Circle = Error("POL037", "name stands for itself", "a network, service or group is made, by way of others, of itself, or of more than 64 names in a chain");
    public static readonly DiagnosticCode NoInternet = Error("POL038", "no internet left", "`private` takes every address of a family, so that nothing of it is internet");

    public static readonly DiagnosticCode DuplicateId = Error("POL040", "id twice", "two rules, baselines, entries, changes or requirements have one id, and what is told could not say which of them was meant");
    public static readonly DiagnosticCode TooComplex = Error("POL041", "too complex", "the sets of this policy have more pieces than can be computed in a bounded time");

    public static readonly DiagnosticCode HostBits = Warning("POL050", "host bits set", "the address is not the first of its block; EC2 stores the block");
    public static readonly DiagnosticCode UnusedNetwork = Warning("POL051", "network not used", "nothing in force mentions the network; tests alone do not count");
    public static readonly DiagnosticCode UnusedService = Warning("POL052", "service not used", "nothing in force mentions the service; tests alone do not count");
    public static readonly DiagnosticCode NeverMatches = Warning("POL053", "rule never matches", "`unless` allows everything that `deny` forbids");
    public static readonly DiagnosticCode NoRules = Warning("POL054", "no rules", "a policy without rules, baselines, changes and requirements forbids nothing and asks for nothing");
    public static readonly DiagnosticCode ModeUnset = Warning("POL055", "mode not set", "a policy that does not say its mode only observes: nothing is ever closed");
    public static readonly DiagnosticCode IdleException = Warning("POL056", "exception without effect", "`unless` allows nothing of what `deny` forbids");
    public static readonly DiagnosticCode NumberIsProtocol = Warning("POL057", "number is a protocol", "a number alone is an IP protocol, and this one is known as a port");
    public static readonly DiagnosticCode Shadowed = Warning("POL058", "rule adds nothing", "another rule forbids all of it, at least as strongly");
    public static readonly DiagnosticCode MoreProblems = Warning("POL059", "more problems", "only the first 1,000 problems are listed");

    public static readonly DiagnosticCode UnknownGroup = Error("POL060", "unknown group", "a selector or a peer names a group that is not under `groups`");
    public static readonly DiagnosticCode BadNumber = Error("POL061", "not a number that fits", "the key takes a number within bounds, and this is none or is out of them");
    public static readonly DiagnosticCode BadDate = Error("POL062", "not a date", "a date is written as YYYY-MM-DD");
    public static readonly DiagnosticCode BadAccount = Error("POL063", "not an account", "an account is 12 digits");
    public static readonly DiagnosticCode BadResourceId = Error("POL064", "not a group or prefix list", "what follows is neither the id of a security group or prefix list nor a name of one");
    public static readonly DiagnosticCode SaidTwice = Error("POL065", "said in two places", "two keys say the same thing, and only one of them could be in force");
    public static readonly DiagnosticCode NotOnePermission = Error("POL066", "not one permission", "a test is about one permission: one protocol, one range of ports, one peer");
    public static readonly DiagnosticCode BadActor = Error("POL067", "not an actor", "a pattern for roles, users or services that none of them could ever match");
    public static readonly DiagnosticCode BaselineForbidden = Error("POL068", "baseline is forbidden", "a rule surely forbids what a baseline wants: the policy contradicts itself");
    public static readonly DiagnosticCode BadRemainder = Error("POL069", "not a piece of a permission", "what trim keeps is written as `tcp/0-21 from 0.0.0.0/0`");

    public static readonly DiagnosticCode KeyOfOtherResponse = Error("POL070", "key of another response", "the key belongs to a response that the entry does not ask for, so it would be without effect");
    public static readonly DiagnosticCode AskedTooWidely = Error("POL071", "asked for too widely", "`suspend`, `isolate` and `block` are for findings of named types alone, and `suspend` from severity 7 on");

    public static readonly DiagnosticCode UnusedGroup = Warning("POL080", "group not used", "nothing in force mentions the group; tests alone do not count");
    public static readonly DiagnosticCode ChoosesNothing = Warning("POL081", "selector chooses nothing", "no group can meet all that the selector asks");
    public static readonly DiagnosticCode NeverExceeded = Warning("POL082", "limit out of reach", "what the rule names has no more addresses than `max-addresses` allows, so the rule never matches");
    public static readonly DiagnosticCode OverlappingBaselines = Warning("POL083", "baselines overlap", "two baselines are about the same groups and direction: what one names is extra to the other");
    public static readonly DiagnosticCode BaselineMayBeForbidden = Warning("POL084", "baseline may be forbidden", "a rule may forbid what a baseline wants");
    public static readonly DiagnosticCode CannotRestore = Warning("POL085", "cannot be put back", "`missing: restore` of an entry that cannot be written as permissions of one group");
    public static readonly DiagnosticCode TrimOnlyRevokes = Warning("POL086", "trim keeps nothing", "all services are denied without exception, so trim can only revoke");
    public static readonly DiagnosticCode TestsContradict = Warning("POL087", "tests contradict", "two tests, or two words of one test, expect different things of the same situation");
    public static readonly DiagnosticCode PastDate = Warning("POL088", "review is due", "the date by which somebody was to look at this again is past");
    public static readonly DiagnosticCode NoGuardrails = Warning("POL089", "no guardrails", "there is no limit on revocations, and fights are not noticed");
    public static readonly DiagnosticCode RevertWithoutBaseline = Warning("POL090", "nothing to put back", "`closed: revert` puts back what a baseline names, and no baseline is about these groups");
    public static readonly DiagnosticCode ThreatForAll = Retired("POL091", "response to every finding", "a strong response was asked for of every type, which is an error now");
    public static readonly DiagnosticCode TestOfUnknownRule = Warning("POL092", "test expects unknown rule", "no rule, baseline or change control has the id that a test expects");
    public static readonly DiagnosticCode NotAllCompared = Warning("POL093", "not all compared", "there are too many rules or baselines to compare each with each in a bounded time");
    public static readonly DiagnosticCode TestFails = Warning("POL094", "test fails", "the policy does not say what one of its own tests expects");
    public static readonly DiagnosticCode NoRoomInAcl = Warning("POL095", "no room in the ACL", "the numbers of `acl-numbers` are too few, or stand where a deny comes too late");
    public static readonly DiagnosticCode NoSuchFinding = Warning("POL096", "no such finding type", "no type of finding has the shape of this pattern, which is compared with the whole type");
    public static readonly DiagnosticCode ResponseAddsNothing = Warning("POL097", "response adds nothing", "another entry of `threats` answers the same findings, and at least as strongly");

    /// <summary>All of them, in the order of their numbers.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [.. Table];

    private static DiagnosticCode Error(string id, string title, string meaning) => Add(new(id, DiagnosticSeverity.Error, title, meaning));

    private static DiagnosticCode Retired(string id, string title, string meaning) => Add(new(id, DiagnosticSeverity.Error, title, meaning) { IsRetired = true });

    private static DiagnosticCode Warning(string id, string title, string meaning) => Add(new(id, DiagnosticSeverity.Warning, title, meaning));

    private static DiagnosticCode Add(DiagnosticCode code)
    {
        Table.Add(code);
        return code;
    }
}
