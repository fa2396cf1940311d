using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Documents;

/// <summary>Everything of an application that its papers are made from.</summary>
public sealed record PaperSource
{
    public required Season Season { get; init; }

    public required Applications.ApplicationId Application { get; init; }

    /// <summary>报名号, as a person reads it.</summary>
    public required string Number { get; init; }

    public required Form Form { get; init; }

    /// <summary>The account's phone; null in a preview.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>The photo's JPEG as uploaded; empty leaves its place free.</summary>
    public byte[] Photo { get; init; } = [];

    /// <summary>What the waivers of the on-site list depend on.</summary>
    public UploadedOriginals Uploaded { get; init; } =
        new(BachelorDiplomaWaived: true, ChsiRecord: true, MasterDegree: false, DegreeReport: false, Other: false);

    /// <summary>The desk's ledger of kept originals, for the receipt (R12).</summary>
    public ValueList<KeptOriginal> KeptOriginals { get; init; } = [];
}
