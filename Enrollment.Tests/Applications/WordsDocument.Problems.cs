using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <content>Every problem at every kind of place, every refusal with its usual argument, a form with something in every field.</content>
internal static partial class WordsDocument
{
    internal static IEnumerable<FormProblem> Problems =>
        [
            .. Of(FormProblemCode.Missing, null, ["employer", "workHistory", .. Places]),
            .. Of(FormProblemCode.Missing, "bachelor", "education"),
            .. Of(
                FormProblemCode.Malformed,
                null,
                "name",
                "email",
                "chsiVerificationCode",
                "education[0].certificateNumber",
                "nativePlace"
            ),
            .. Of(FormProblemCode.TooLong, "80", "employer"),
            .. Of(FormProblemCode.TooLong, "40", "workHistory"),
            .. Of(FormProblemCode.TooLong, "8", "education"),
            .. Of(FormProblemCode.TooLong, "10", "workHistory[2].during"),
            .. Of(FormProblemCode.TooLong, "120", "workHistory[2].place", "workHistory[2].during[0].text"),
            .. Of(FormProblemCode.IdentityNumberShape, null, "identityNumber"),
            .. Of(FormProblemCode.IdentityNumberDate, null, "identityNumber"),
            .. Of(FormProblemCode.IdentityNumberCheck, null, "identityNumber"),
            .. Of(FormProblemCode.DiffersFromAccount, null, "name", "identityNumber"),
            .. Of(FormProblemCode.SexDiffers, null, "sex"),
            .. Of(FormProblemCode.BirthDateDiffers, "1990-03-07", "birthDate"),
            .. Of(FormProblemCode.InTheFuture, null, "partyJoined", "workHistory[1].from"),
            .. Of(FormProblemCode.TooEarly, "2008-03", "partyJoined"),
            .. Of(FormProblemCode.TooEarly, "2006-03", "firstEmployed"),
            .. Of(FormProblemCode.TooEarly, "2001-03", "education[0].from"),
            .. Of(FormProblemCode.NotAdmitted, null, "politicalStatus"),
            .. Of(FormProblemCode.ServiceTooShort, "3", "firstEmployed"),
            .. Of(FormProblemCode.UnknownChoice, null, "programme", "ethnicGroup"),
            .. Of(FormProblemCode.StartsElsewhere, "2012-07", "workHistory[0].from"),
            .. Of(FormProblemCode.Gap, "2017-04", "workHistory[1].from"),
            .. Of(FormProblemCode.Gap, "2017-04/2017-06", "workHistory[1].from"),
            .. Of(FormProblemCode.Gap, "2017-11/2018-01", "workHistory[1].from"),
            .. Of(FormProblemCode.Overlap, "2017-03", "workHistory[1].from"),
            .. Of(FormProblemCode.EndsBeforeStart, null, "workHistory[1].to", "education[0].to"),
            .. Of(FormProblemCode.NotUntilNow, null, "workHistory[0].to"),
            .. Of(FormProblemCode.OutsideItsEntry, null, "workHistory[0].during[1]"),
            .. Of(FormProblemCode.Repeated, null, "education[1].id", "education[1].certificateNumber"),
            .. Of(FormProblemCode.NoSuchEntry, null, "educationLevel", "graduationSchool", "graduationMonth"),
            .. Of(FormProblemCode.OverflowsBox, null, "workHistory"),
            .. Of(FormProblemCode.OverflowsBox, "12", "workHistory"),
            .. Of(FormProblemCode.Unprintable, null, "nativePlace"),
            .. Of(FormProblemCode.Unprintable, "𪚥", "name"),
        ];

    private static readonly string[] Places =
    [
        "workHistory[0].from",
        "workHistory[0].to",
        "workHistory[0].place",
        "workHistory[0].post",
        "workHistory[0].during[1].from",
        "workHistory[0].during[1].to",
        "workHistory[0].during[1].text",
        "education[1].level",
        "education[1].kind",
        "education[1].school",
        "education[1].major",
        "education[1].from",
        "education[1].to",
        "education[1].certificateNumber",
        "education[1].degree",
    ];

    private static IEnumerable<FormProblem> Of(
        FormProblemCode code,
        string? argument,
        params IEnumerable<string> paths
    ) => paths.Select(path => new FormProblem(FieldAt(path), path, code, argument));

    private static FormField FieldAt(string path) =>
        Enum.GetValues<FormField>().Single(field => WireName.Of(field) == path.Split('[')[0]);

    internal static IEnumerable<Shortcoming> Shortcomings =>
        [
            .. Enum.GetValues<ShortcomingCode>()
                .Select(code => new Shortcoming(code) { Slot = Slot.IdentityCard, Page = Page.CardEmblemSide }),
            .. Enum.GetValues<ConsentKind>()
                .Select(kind => new Shortcoming(ShortcomingCode.ConsentMissing) { Consent = kind }),
        ];

    internal static IEnumerable<Refusal> Refusals =>
        Enum.GetValues<RefusalCode>().Select(code => new Refusal(code) { Argument = ArgumentOf(code) });

    private static string? ArgumentOf(RefusalCode code) =>
        code switch
        {
            RefusalCode.PartNotOpen => $"{WireName.Of(FormField.Name)}、{WireName.Of(Slot.IdPhoto)}",
            RefusalCode.NotJpeg => "PNG",
            RefusalCode.ClaimedByAnother => Somebody.OtherReviewer.Name,
            RefusalCode.CommentMissing => $"{new ReviewTarget.OfField(FormField.Post)}",
            RefusalCode.PartsNotAccepted => string.Join(
                '、',
                new ReviewTarget.OfField(FormField.Post),
                new ReviewTarget.OfSlot(Slot.Other),
                new ReviewTarget.OfImage(Uploads.Id(1)),
                new ReviewTarget.OfImage(Uploads.Id(2))
            ),
            RefusalCode.OnlineVerificationMissing => $"{new ReviewTarget.OfImage(Uploads.Id(1))}",
            RefusalCode.OriginalResultNotAllowed => WireName.Of(OriginalItem.IdentityCard),
            RefusalCode.OriginalsOwed =>
                $"{WireName.Of(OriginalItem.IdentityCard)}、{WireName.Of(OriginalItem.ChsiRecord)}",
            RefusalCode.CopiesMissing => $"{OriginalRules.RegistrationFormCopies}",
            RefusalCode.WrongAmount => $"{ASeason.Current.FeeFen}",
            _ => null,
        };

    /// <summary>Kinds of time, lines within, and months that nobody has given yet.</summary>
    private static Form FilledIn { get; } =
        SampleForm.Valid with
        {
            BirthDateExplanation = "档案以组织认定为准",
            WorkHistory =
            [
                new()
                {
                    Kind = WorkKind.Unemployed,
                    From = new(2012, 7),
                    To = new(2013, 1),
                },
                .. SampleForm.Valid.WorkHistory,
                new() { Place = "某某街道办事处" },
            ],
        };
}
