using Enrollment.Applications;
using Enrollment.TextMessages;

namespace Enrollment.Azure.TextMessages;

/// <summary>Takes delivery reports from Event Grid (R15).</summary>
public sealed class SmsReports(TextReports reports, ServerClock clock)
{
    /// <summary>A report that is older than this and still nobody's is none of ours.</summary>
    private static readonly TimeSpan Overtaking = TimeSpan.FromMinutes(10);

    /// <exception cref="ReportTooEarlyException">Its message is not known yet: it is to be delivered again.</exception>
    public async Task TakeAsync(string json, CancellationToken cancellationToken)
    {
        if (SmsDeliveryReport.Parse(json) is not { } report)
        {
            return;
        }
        var isOurs = await reports.ApplyAsync(report.MessageId, report.State, report.Detail, cancellationToken);
        if (!isOurs && clock.Now - report.EventTime < Overtaking)
        {
            throw new ReportTooEarlyException();
        }
    }
}

/// <summary>A report overtook the gateway's answer to its own message. Event Grid delivers it again.</summary>
public sealed class ReportTooEarlyException() : Exception("The report's message is not known yet.");
