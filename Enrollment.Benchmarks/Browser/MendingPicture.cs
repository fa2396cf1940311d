using System.Text.Json;
using Enrollment.Materials;
using Enrollment.Materials.Samples;

namespace Enrollment.Benchmarks.Browser;

/// <summary>A picture to mend, with the slot it is for and what the candidate would have done with it.</summary>
/// <param name="Standard">As the page hands it to the worker.</param>
/// <param name="Wish">The crop that the dialog begins with.</param>
internal sealed record MendingPicture(byte[] File, InspectionRequest Request, string Standard, string Wish)
{
    private static readonly ImageStandards Standards = new();

    public static MendingPicture PhonePhoto() =>
        new(
            SampleImages.PhonePhoto(seed: 5),
            SampleRequest.For(Slot.IdPhoto, Page.Portrait),
            Json(
                new
                {
                    minBytes = Standards.PhotoMinBytes,
                    maxBytes = Standards.PhotoMaxBytes,
                    maxPixels = Standards.MaxPixels,
                    minWidth = Standards.PhotoMinWidth,
                    minHeight = Standards.PhotoMinHeight,
                    aspectRatio = 0.75,
                    papers = Array.Empty<object>(),
                }
            ),
            WishFor(875, 2250, 3000, null)
        );

    public static MendingPicture ScannerPage()
    {
        var a4 = new
        {
            name = Paper.A4.NameZh,
            longMm = Paper.A4.LongMm,
            shortMm = Paper.A4.ShortMm,
        };
        return new(
            SampleImages.ScannerPage(Slot.AppointmentDocument, Page.FirstPage, seed: 6),
            SampleRequest.For(Slot.AppointmentDocument, Page.FirstPage),
            Json(
                new
                {
                    minBytes = Standards.ScanMinBytes,
                    maxBytes = Standards.ScanMaxBytes,
                    maxPixels = Standards.MaxPixels,
                    minDpi = Standards.ScanMinDpi,
                    papers = new[] { a4 },
                }
            ),
            WishFor(0, 2481, 3508, a4)
        );
    }

    private static string WishFor(int left, int width, int height, object? paper) =>
        Json(
            new
            {
                turn = new { quarters = 0, degrees = 0 },
                crop = new
                {
                    x = left,
                    y = 0,
                    width,
                    height,
                },
                paper,
            }
        );

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
