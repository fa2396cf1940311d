using System.Globalization;
using System.Security.Cryptography;
using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Payments;

namespace Enrollment.Api.Payments;

/// <summary>
/// Puts refused notifications into the journal (R13): provider, why, the order where it could be read, and a digest of the
/// body. Whoever sends many of them fills no disk: past a limit a minute they are counted, and the count is written with
/// the next that is.
/// </summary>
internal sealed class RefusedNotices(IJournal journal, ServerClock clock)
{
    private const int EachMinute = 60;
    private const int DigestLength = 16;

    private readonly Lock _lock = new();
    private DateTimeOffset _minute;
    private int _written;
    private int _unwritten;

    public async Task RecordAsync(
        PaymentMethod method,
        NoticeFault fault,
        string? orderNo,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        if (Count() is not { } before)
        {
            return;
        }
        var digest = Convert.ToHexStringLower(SHA256.HashData(body))[..DigestLength];
        string?[] parts =
        [
            WireName.Of(fault),
            orderNo is null ? null : $"order={orderNo}",
            $"body={digest}",
            before == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"unwritten-before={before}"),
        ];
        await journal.AppendAsync(
            new(
                clock.Now,
                By: null,
                JournalAct.PaymentNoticeRefused,
                WireName.Of(method),
                string.Join(' ', parts.OfType<string>())
            ),
            cancellationToken
        );
    }

    /// <returns>How many were only counted since the last that was written, or null when this one is only counted.</returns>
    private int? Count()
    {
        lock (_lock)
        {
            var now = clock.Now;
            if (now - _minute >= TimeSpan.FromMinutes(1))
            {
                (_minute, _written) = (now, 0);
            }
            if (_written == EachMinute)
            {
                _unwritten++;
                return null;
            }
            _written++;
            (var before, _unwritten) = (_unwritten, 0);
            return before;
        }
    }
}
