namespace Amazon.SecurityHub.Internal;

/// <summary>Makes a constant class from its wire value without reflection, also for values that this version does not name.</summary>
internal interface IConstant<T>
{
    static abstract T Of(string value);
}
