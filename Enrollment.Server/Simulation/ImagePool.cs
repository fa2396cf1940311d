using Enrollment.Materials;
using Enrollment.Materials.Samples;

namespace Enrollment.Server.Simulation;

/// <summary>Images for everybody, drawn once: a few right ones of each page, and one that is wrong in each way.</summary>
internal sealed class ImagePool
{
    /// <summary>Two portraits, so that a returned one can be replaced; a scan of each page.</summary>
    private static int CountOf(Slot slot) => slot == Slot.IdPhoto ? 2 : 1;

    private readonly Dictionary<(Slot, Page), byte[][]> _right;

    /// <summary>Where an image is drawn wrong: the first of these slots in which it can be; a portrait is the quickest drawn.</summary>
    private static readonly Slot[] WrongIn =
    [
        Slot.IdPhoto,
        Slot.AppointmentDocument,
        Slot.ChsiRecord,
        Slot.MasterDegree,
    ];

    /// <summary>Findings that no image has of itself: they come of what was typed, or of what was uploaded before.</summary>
    private static readonly FindingCode[] OfTheMoment = [FindingCode.ValidityTooShort, FindingCode.DuplicateImage];

    /// <summary>An image for every other finding, with the slot it is wrong for.</summary>
    public IReadOnlyList<(FindingCode Code, Slot Slot, byte[] Bytes)> Wrong { get; }

    private ImagePool(
        Dictionary<(Slot, Page), byte[][]> right,
        IReadOnlyList<(FindingCode Code, Slot Slot, byte[] Bytes)> wrong
    )
    {
        _right = right;
        Wrong = wrong;
    }

    public byte[] Right(Slot slot, Page page, int index) => _right[(slot, page)][index % CountOf(slot)];

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
                        .Range(0, CountOf(page.Slot))
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
            .Where(code => !OfTheMoment.Contains(code))
            .Select(code => (Code: code, Slot: WrongIn.First(slot => SampleImages.CanBeWrong(code, slot))))
            .AsParallel()
            .AsOrdered()
            .Select(pair => (pair.Code, pair.Slot, SampleImages.Wrong(pair.Code, pair.Slot, seed)))
            .ToList();
        return new(right, wrong);
    }
}
