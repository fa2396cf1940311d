using System.ComponentModel.DataAnnotations;
using Enrollment.Operation;

namespace Enrollment.Api.Operation;

/// <summary>Settings of section <c>Operation</c>: from when on a reading is an alarm.</summary>
public sealed class OperationOptions
{
    public const string Section = "Operation";

    /// <summary>A port of its own on 127.0.0.1 where <c>/api/metrics</c> asks for no sign-in; none when nothing is set.</summary>
    [Range(1, 65535, ErrorMessage = "Operation:MetricsPort must be a port.")]
    public int? MetricsPort { get; init; }

    /// <summary>Hours without a backup that raise the alarm; 0 where backups are made by other means.</summary>
    [Range(0, 1000, ErrorMessage = "Operation:BackupHours must lie between 0 and 1000.")]
    public int BackupHours { get; init; } = 26;

    /// <summary>MiB free on the data's disk, below which the alarm is raised.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Operation:LeastFreeMegabytes must lie between 0 and 1000000.")]
    public int LeastFreeMegabytes { get; init; } = 2048;

    public AlarmLimits ToLimits() =>
        new() { Backup = TimeSpan.FromHours(BackupHours), FreeBytes = (long)LeastFreeMegabytes << 20 };
}
