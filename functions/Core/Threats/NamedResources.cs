namespace Remediator.Threats;

/// <summary>The resources that have no interface of their own in the finding, each as <c>kind name</c> for people. Access keys are not
/// named: whoever used them is.</summary>
internal static class NamedResources
{
    /// <summary>Where each stands, what it is called there, and what people call it. The first name that is there counts.</summary>
    private static readonly (string Field, string Kind, string[] Names)[] Kinds =
    [
        ("lambdaDetails", "Lambda function", ["functionName", "functionArn"]),
        ("rdsDbInstanceDetails", "RDS instance", ["dbInstanceIdentifier", "dbInstanceArn", "dbClusterIdentifier"]),
        ("rdsLimitlessDbDetails", "RDS shard group", ["dbShardGroupIdentifier", "dbShardGroupArn"]),
        ("rdsDbUserDetails", "database user", ["user"]),
        ("eksClusterDetails", "EKS cluster", ["name", "arn"]),
        ("ecsClusterDetails", "ECS cluster", ["name", "arn"]),
        ("containerDetails", "container", ["name", "id", "image"]),
        ("accessKeyDetails", "principal", ["userName", "principalId"]),
        ("s3BucketDetails", "S3 bucket", ["name", "arn"]),
        ("ebsSnapshotDetails", "EBS snapshot", ["snapshotArn"]),
        ("ec2ImageDetails", "machine image", ["imageArn"]),
        ("recoveryPointDetails", "recovery point", ["recoveryPointArn"]),
    ];

    public static void Read(FindingPart resource, Activity activity)
    {
        foreach (var (field, kind, names) in Kinds)
            foreach (var place in resource.List(field)) Add(place, kind, names, activity);
        if (resource.Object("kubernetesDetails")?.Object("kubernetesWorkloadDetails") is { } workload) Add(workload, "Kubernetes workload", ["name", "uid"], activity);
        foreach (var volume in resource.Object("ebsVolumeDetails")?.List("scannedVolumeDetails") ?? []) Add(volume, "EBS volume", ["volumeArn"], activity);
    }

    private static void Add(FindingPart place, string kind, string[] names, Activity activity)
    {
        var name = names.Select(n => place.Text(n, "a name")).OfType<string>().FirstOrDefault();
        if (name is not null) activity.AddOther($"{kind} {name}");
    }
}
