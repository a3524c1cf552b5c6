namespace Remediator.Containment;

/// <summary>The security groups that are our own: made where a VPC lacks one, known by name and tag, of each at most one a VPC.</summary>
public static class OwnGroup
{
    /// <summary>Lets nothing in or out. It stays when it is empty.</summary>
    public const string Quarantine = "remediator-quarantine";

    /// <summary>Lets everything in and out for the moment in which an interface passes through it, and nothing else at any time:
    /// traffic that everything may answer is not tracked, so that what follows cuts established connections
    /// (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html).</summary>
    public const string Untracked = "remediator-untracked";

    /// <summary>The tag that every group of ours is made with. A group of the name without it is somebody else's.</summary>
    public const string TagKey = "ManagedBy";

    public const string TagValue = "remediator";
}
