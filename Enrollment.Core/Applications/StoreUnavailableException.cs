namespace Enrollment.Applications;

/// <summary>The store can't be used: nothing was written by the call that got this, and the reason is one for a person.</summary>
public sealed class StoreUnavailableException(StoreFault fault, string message, Exception? cause = null)
    : Exception(message, cause)
{
    public StoreFault Fault { get; } = fault;
}

/// <summary>Why a store can't be used.</summary>
public enum StoreFault
{
    /// <summary>A file is not what was written: repair from a backup.</summary>
    Damaged,

    /// <summary>The folder or a file can't be opened or written.</summary>
    NotWritable,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>Another process kept the store locked for too long.</summary>
    Busy,

    /// <summary>Written by a later version of this system.</summary>
    TooNew,

    /// <summary>The keys are missing, or belong to another store.</summary>
    Keys,

    /// <summary>A setting makes no sense, or the target of a backup or restore is not empty.</summary>
    Setting,

    /// <summary>It was closed while the call waited.</summary>
    Closed,
}
