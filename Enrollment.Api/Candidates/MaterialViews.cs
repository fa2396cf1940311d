using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Api.Candidates;

/// <summary>A slot with its standards, for the candidate's form.</summary>
public sealed record SlotView
{
    public required Slot Slot { get; init; }

    public required string Name { get; init; }

    /// <summary>What belongs into it.</summary>
    public required string Advice { get; init; }

    /// <summary>Its place in the guide's table, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it must hold an image, by what the form says now.</summary>
    public required bool IsRequired { get; init; }

    public required ValueList<PageView> Pages { get; init; }

    /// <summary>Of the slot, or of each education entry.</summary>
    public required int MaxImages { get; init; }

    public required bool PerEntry { get; init; }

    public required long MinBytes { get; init; }

    public required long MaxBytes { get; init; }

    /// <summary>Dots per inch over the original's paper; absent for the photo.</summary>
    public int? MinDpi { get; init; }

    /// <summary>Pixels, for the photo.</summary>
    public int? MinWidth { get; init; }

    /// <summary>Pixels, for the photo.</summary>
    public int? MinHeight { get; init; }

    /// <summary>Width over height, for the photo.</summary>
    public double? AspectRatio { get; init; }

    /// <summary>An image with more is refused from its header alone.</summary>
    public required long MaxPixels { get; init; }

    /// <summary>What the original may be printed on; empty for the photo.</summary>
    public required ValueList<PaperView> Papers { get; init; }

    /// <summary>The hosts that a verification code may lead to, over https; empty where no page of the slot bears one.</summary>
    public required ValueList<string> OfficialHosts { get; init; }

    /// <summary>Where the record is ordered, for slots 6 and 9 (guide 五.4).</summary>
    public string? OrderAt { get; init; }

    internal static SlotView Of(SlotRule rule, bool isRequired, ImageStandards standards, Language language)
    {
        var isPhoto = rule.Slot == Slot.IdPhoto;
        return new()
        {
            Slot = rule.Slot,
            Name = rule.Name.In(language),
            Advice = rule.Advice.In(language),
            Number = (int)rule.Slot,
            IsRequired = isRequired,
            Pages = [.. rule.Pages.Select(page => PageView.Of(page, language))],
            MaxImages = rule.MaxImages,
            PerEntry = rule.PerEntry,
            MinBytes = isPhoto ? standards.PhotoMinBytes : standards.ScanMinBytes,
            MaxBytes = isPhoto ? standards.PhotoMaxBytes : standards.ScanMaxBytes,
            MinDpi = isPhoto ? null : standards.ScanMinDpi,
            MinWidth = isPhoto ? standards.PhotoMinWidth : null,
            MinHeight = isPhoto ? standards.PhotoMinHeight : null,
            AspectRatio = isPhoto ? PhotoChecks.Ratio : null,
            MaxPixels = standards.MaxPixels,
            Papers = [.. rule.Papers.Select(paper => PaperView.Of(paper, language))],
            OfficialHosts = rule.Pages.Any(Materials.Slots.BearsCode) ? standards.OfficialHosts : [],
            OrderAt = rule.Slot switch
            {
                Slot.ChsiRecord => "https://my.chsi.com.cn/archive/index.jsp",
                Slot.MasterDegree => "https://www.chsi.com.cn/xwcx/index.jsp",
                _ => null,
            },
        };
    }
}

/// <param name="BearsCode">Whether it shows CHSI's verification code.</param>
/// <param name="MayBeGrey">Whether it need not be in colour: a stamped copy.</param>
public sealed record PageView(Page Page, string Name, bool BearsCode, bool MayBeGrey)
{
    internal static PageView Of(Page page, Language language) =>
        new(
            page,
            Materials.Slots.NameOf(page, language),
            Materials.Slots.BearsCode(page),
            Materials.Slots.MayBeGrey(page)
        );
}

/// <summary>A paper with its sides in millimetres, over which an image's resolution is counted.</summary>
public sealed record PaperView(string Name, double LongMm, double ShortMm)
{
    internal static PaperView Of(Paper paper, Language language) =>
        new(new Words(paper.NameZh, paper.NameEn).In(language), paper.LongMm, paper.ShortMm);
}

/// <summary>An image with what inspection found.</summary>
public sealed record ImageView
{
    public required ImageId Id { get; init; }

    public required Slot Slot { get; init; }

    public required Page Page { get; init; }

    public required string PageName { get; init; }

    public string? EntryId { get; init; }

    public string? FileName { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the last byte arrived; absent while the upload is open.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Of the file as it was uploaded.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Whether nothing blocks; absent until it was inspected.</summary>
    public bool? IsAccepted { get; init; }

    /// <summary>In the order in which they are best mended.</summary>
    public required ValueList<FindingView> Findings { get; init; }

    public required bool NeedsExplanation { get; init; }

    public string? Explanation { get; init; }

    /// <summary>Pixels as displayed.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels as displayed.</summary>
    public int? Height { get; init; }

    public long? Bytes { get; init; }

    /// <summary>Dots per inch over the slot's paper.</summary>
    public int? Dpi { get; init; }

    /// <summary>What inspection looked for and found: the page's edges, a seal, the QR code.</summary>
    public required ValueList<Region> Regions { get; init; }

    public required string ContentUrl { get; init; }

    internal static ImageView Of(Image image, Language language) =>
        new()
        {
            Id = image.Id,
            Slot = image.Slot,
            Page = image.Page,
            PageName = Materials.Slots.NameOf(image.Page, language),
            EntryId = image.EntryId,
            FileName = image.FileName,
            OpenedAt = image.OpenedAt,
            ReceivedAt = image.ReceivedAt,
            Sha256 = image.Sha256,
            IsAccepted = image.Inspection is null ? null : !image.IsBlocked,
            Findings = [.. image.StandingFindings.Select(one => FindingView.Of(one, language))],
            NeedsExplanation = image.NeedsExplanation,
            Explanation = image.Explanation,
            Width = image.Inspection?.Width,
            Height = image.Inspection?.Height,
            Bytes = image.Inspection?.Bytes,
            Dpi = image.Inspection?.Dpi,
            Regions = image.Inspection?.Regions ?? [],
            ContentUrl = ContentUrlOf(image.Slot, image.Id),
        };

    /// <summary>Where the bytes are put and read.</summary>
    internal static string ContentUrlOf(Slot slot, ImageId image) =>
        $"/api/application/materials/{WireName.Of(slot)}/{image}/content";
}

/// <summary>A finding with its words: what is wrong, how to mend it (R9), and where on the image it was measured.</summary>
public sealed record FindingView(
    FindingCode Code,
    Severity Severity,
    string Measured,
    string Required,
    string Message,
    string Mend,
    ValueList<Region> Regions
)
{
    internal static FindingView Of(Finding finding, Language language)
    {
        var words = FindingWords.Of(finding, language);
        return new(
            finding.Code,
            finding.Severity,
            finding.Measured,
            finding.Required,
            words.Message,
            words.Mend,
            finding.Regions
        );
    }
}
