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
    public static SeenCode? Read(SKCodec codec, Raster raster, float scale)
    {
        if (SeenCode.In(raster) is { } code)
        {
            return code;
        }
        using var closer = scale < 1 ? Raster.Decode(codec, Math.Min(1, 2 * scale)) : null;
        return closer is null ? null : SeenCode.In(closer);
    }

    public static void Check(SeenCode? code, InspectionRequest request, FindingList findings)
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
                string.Join(" / ", hosts.Select(host => "https://" + host)),
                code.Region
            );
        }
        else if (
            request.VerificationCode is { Length: > 0 } typed
            && VerificationCode().Match(address!.PathAndQuery) is { Success: true } match
            && !string.Equals(match.Value, typed.Trim(), StringComparison.OrdinalIgnoreCase)
        )
        {
            findings.Add(FindingCode.QrWrongHost, match.Value, typed.Trim(), code.Region);
        }
    }

    /// <summary>在线验证码: twelve digits, or sixteen letters and digits.</summary>
    [GeneratedRegex("(?<![0-9A-Za-z])(?:[0-9]{12}|[0-9A-Za-z]{16})(?![0-9A-Za-z])", RegexOptions.None, 1000)]
    private static partial Regex VerificationCode();
}

/// <summary>A QR code with its place on the image.</summary>
internal sealed record SeenCode(string Text, Region Region)
{
    /// <summary>How many quarter turns clockwise the code, and so its page, lies from upright: 0–3.</summary>
    public int QuarterTurns => (int)Math.Round(Region.Degrees / 90) & 3;

    public static SeenCode? In(Raster raster) =>
        QrReader.Read(raster.Luma, raster.Width) is { } code
            ? new(
                code.Text,
                raster.Region(
                    RegionKind.QrCode,
                    code.X - (code.Side / 2),
                    code.Y - (code.Side / 2),
                    code.Side,
                    code.Side,
                    code.Turn
                )
            )
            : null;
}
