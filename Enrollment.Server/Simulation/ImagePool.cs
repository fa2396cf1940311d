using Enrollment.Materials;
using Enrollment.Materials.Samples;

namespace Enrollment.Server.Simulation;

/// <summary>Images for everybody, drawn once: a few right ones of each page, and one that is wrong in each way.</summary>
internal sealed class ImagePool
{
    private const int OfEach = 2;

    private readonly Dictionary<(Slot, Page), byte[][]> _right;

    /// <summary>Images that block, with the slot they are wrong for.</summary>
    public IReadOnlyList<(FindingCode Code, Slot Slot, byte[] Bytes)> Blocking { get; }

    private ImagePool(
        Dictionary<(Slot, Page), byte[][]> right,
        IReadOnlyList<(FindingCode Code, Slot Slot, byte[] Bytes)> blocking
    )
    {
        _right = right;
        Blocking = blocking;
    }

    public byte[] Right(Slot slot, Page page, int index) => _right[(slot, page)][index % OfEach];

    public static ImagePool Draw(int seed)
    {
        (Slot Slot, Page Page)[] pages =
        [
            (Slot.IdPhoto, Page.Portrait),
            (Slot.IdentityCard, Page.CardBothSides),
            (Slot.BachelorDiploma, Page.Diploma),
            (Slot.AppointmentDocument, Page.FirstPage),
            (Slot.ProfessionalTitle, Page.FirstPage),
            (Slot.ChsiRecord, Page.RegistrationRecord),
        ];
        var right = pages
            .AsParallel()
            .Select(page =>
                (
                    Key: page,
                    Images: Enumerable
                        .Range(0, OfEach)
                        .Select(i =>
                            page.Slot == Slot.IdPhoto
                                ? SampleImages.Portrait(seed + i)
                                : SampleImages.Scan(page.Slot, page.Page, seed + i)
                        )
                        .ToArray()
                )
            )
            .ToDictionary(pair => pair.Key, pair => pair.Images);
        var wrong = Enum.GetValues<FindingCode>()
            .SelectMany(code =>
                new[] { Slot.IdPhoto, Slot.AppointmentDocument }.Select(slot => (Code: code, Slot: slot))
            )
            .Where(pair => Severities.Of(pair.Code) == Severity.Blocks && SampleImages.CanBeWrong(pair.Code, pair.Slot))
            .AsParallel()
            .AsOrdered()
            .Select(pair => (pair.Code, pair.Slot, SampleImages.Wrong(pair.Code, pair.Slot, seed)))
            .ToList();
        return new(right, wrong);
    }
}
