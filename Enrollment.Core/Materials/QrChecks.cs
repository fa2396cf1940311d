using System.Text.RegularExpressions;
using Enrollment.Materials.Qr;
using SkiaSharp;

namespace Enrollment.Materials;

/// <summary>The verification code of a CHSI record: it can be read, and leads to the official site (R9).</summary>
internal static partial class QrChecks
{
    private const int MostShown = 60;

    public static bool BearsCode(InspectionRequest request) =>
        request.Slot == Slot.ChsiRecord && (request.Page is not { } page || Slots.BearsCode(page));

    /// <summary>Looks at the scale of analysis, which is enough for most codes, and then twice as closely.</summary>
    public static QrCode? Read(SKCodec codec, Raster raster, float scale)
    {
        if (QrReader.Read(raster.Luma, raster.Width) is { } code)
        {
            return code;
        }
        using var closer = scale < 1 ? Raster.Decode(codec, Math.Min(1, 2 * scale)) : null;
        return closer is null ? null : QrReader.Read(closer.Luma, closer.Width);
    }

    public static void Check(QrCode? code, InspectionRequest request, FindingList findings)
    {
        if (code is null)
        {
            findings.Add(FindingCode.QrUnreadable, "0", "1");
            return;
        }
        var hosts = request.Standards.OfficialHosts;
        var isOfficial =
            Uri.TryCreate(code.Text, UriKind.Absolute, out var address)
            && address.Scheme == Uri.UriSchemeHttps
            && address.UserInfo.Length == 0
            && address.IsDefaultPort
            && hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase);
        if (!isOfficial)
        {
            var shown = address is null ? code.Text : address.GetLeftPart(UriPartial.Authority);
            findings.Add(
                FindingCode.QrWrongHost,
                shown.Length <= MostShown ? shown : shown[..MostShown] + "…",
                string.Join(" / ", hosts.Select(host => "https://" + host))
            );
        }
        else if (
            request.VerificationCode is { Length: > 0 } typed
            && VerificationCode().Match(address!.PathAndQuery) is { Success: true } match
            && !string.Equals(match.Value, typed.Trim(), StringComparison.OrdinalIgnoreCase)
        )
        {
            findings.Add(FindingCode.QrWrongHost, match.Value, typed.Trim());
        }
    }

    /// <summary>在线验证码: twelve digits, or sixteen letters and digits.</summary>
    [GeneratedRegex("(?<![0-9A-Za-z])(?:[0-9]{12}|[0-9A-Za-z]{16})(?![0-9A-Za-z])", RegexOptions.None, 1000)]
    private static partial Regex VerificationCode();
}
