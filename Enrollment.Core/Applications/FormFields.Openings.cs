using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Applications;

/// <summary>
/// What a return opens together (R10): a commented field or slot, itself included, with everything that
/// the rules check against it or that proves it, so that the correction can be made and nothing else.
/// </summary>
public sealed record Opening(ValueList<FormField> Fields, ValueList<Slot> Slots);

public static partial class FormFields
{
    private static readonly Opening Person = new(
        [FormField.Sex, FormField.BirthDate, FormField.BirthDateExplanation, FormField.IdentityNumber],
        [Slot.IdentityCard]
    );

    private static readonly Opening Title = new(
        [FormField.TitleSeries, FormField.TitleGrade],
        [Slot.ProfessionalTitle]
    );

    private static readonly Opening Seal = new(
        [FormField.AppointingAuthority, FormField.SealOffice],
        [Slot.AppointmentDocument]
    );

    private static readonly Opening History = new([FormField.FirstEmployed, FormField.WorkHistory], []);

    private static readonly Opening ChsiRecord = new(
        [FormField.ChsiVerificationCode, FormField.ChsiValidUntil],
        [Slot.ChsiRecord]
    );

    /// <summary>The stated education, the entry that it names, and what the entries' levels and kinds ask for.</summary>
    private static readonly Opening Diplomas = new(
        [
            FormField.EducationLevel,
            FormField.GraduationSchool,
            FormField.GraduationMonth,
            FormField.Education,
            .. ChsiRecord.Fields,
        ],
        [
            Slot.JuniorCollegeDiploma,
            Slot.BachelorDiploma,
            Slot.PostgraduateDiploma,
            Slot.MasterDegree,
            .. ChsiRecord.Slots,
        ]
    );

    public static Opening OpensWith(FormField field) =>
        field switch
        {
            FormField.Name => new([field], [Slot.IdentityCard]),
            FormField.Sex or FormField.BirthDate or FormField.BirthDateExplanation or FormField.IdentityNumber =>
                Person,
            FormField.PoliticalStatus => new([field, FormField.PartyJoined, FormField.PartyBranch], []),
            FormField.FirstEmployed or FormField.WorkHistory => History,
            FormField.Employer or FormField.Post => new([field], [Slot.AppointmentDocument]),
            FormField.TitleSeries or FormField.TitleGrade => Title,
            FormField.AppointingAuthority or FormField.SealOffice => Seal,
            FormField.EducationLevel
            or FormField.GraduationSchool
            or FormField.GraduationMonth
            or FormField.Education => Diplomas,
            FormField.ChsiVerificationCode or FormField.ChsiValidUntil => ChsiRecord,
            FormField.EthnicGroup
            or FormField.NativePlace
            or FormField.Email
            or FormField.PartyJoined
            or FormField.PartyBranch
            or FormField.Programme => new([field], []),
        };

    public static Opening OpensWith(Slot slot) => slot == Slot.ChsiRecord ? ChsiRecord : new([], [slot]);
}
