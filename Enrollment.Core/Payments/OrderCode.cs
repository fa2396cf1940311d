using QRCoder;

namespace Enrollment.Payments;

/// <summary>An order's code as a picture for the desk's screen.</summary>
public static class OrderCode
{
    /// <summary>SVG without a size of its own; the quiet zone of four modules is part of it.</summary>
    public static string ToSvg(string codeUrl)
    {
        using var data = QRCodeGenerator.GenerateQrCode(codeUrl, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(
            pixelsPerModule: 4,
            darkColorHex: "#000000",
            lightColorHex: "#ffffff",
            drawQuietZones: true,
            sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute
        );
    }
}
