using System.Reflection;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Serialization;

namespace Enrollment.Tests.Applications;

public sealed class FormFieldsTests
{
    private static readonly Form Full = SampleForm.Valid with { BirthDateExplanation = "档案以组织认定为准" };

    public static TheoryData<FormField> Fields => [.. Enum.GetValues<FormField>()];

    [Fact]
    public void Every_property_that_is_stored_is_a_field_of_the_same_name() =>
        Assert.Equal(
            typeof(Form)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanWrite)
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal),
            Enum.GetNames<FormField>().Order(StringComparer.Ordinal)
        );

    [Theory, MemberData(nameof(Fields))]
    public void A_field_alone_is_stored_compared_and_merged(FormField field)
    {
        var only = FormFields.Only(Full, [field]);
        Assert.Equal([field], FormFields.Changed(Form.Empty, only));
        Assert.False(FormFields.IsEmpty(only, field));
        Assert.True(FormFields.IsEmpty(Form.Empty, field));
        Assert.Equal(only, FormFields.Merge(Form.Empty, Full, [field]));
    }

    [Theory, MemberData(nameof(Fields))]
    public void Clearing_a_field_is_a_change_of_that_field(FormField field)
    {
        var cleared = FormFields.Merge(Full, Form.Empty, [field]);
        Assert.Equal([field], FormFields.Changed(Full, cleared));
        Assert.Equal(Full, FormFields.Merge(cleared, Full, [field]));
    }

    [Fact]
    public void The_changes_of_a_form_lead_from_one_to_the_other()
    {
        var after = Full with { Post = "主任", WorkHistory = [], Email = null };
        var changed = FormFields.Changed(Full, after);
        Assert.Equal([FormField.Email, FormField.Post, FormField.WorkHistory], changed);
        Assert.Equal(after, FormFields.Merge(Full, FormFields.Only(after, changed), changed));
    }

    [Theory, MemberData(nameof(Fields))]
    public void A_field_has_a_name_in_both_languages_and_opens_with_itself(FormField field)
    {
        Assert.NotEmpty(FormFields.NameOf(field, Language.Chinese));
        Assert.NotEmpty(FormFields.NameOf(field, Language.English));
        Assert.Contains(field, FormFields.OpensWith(field).Fields);
    }

    public static TheoryData<Form> Drafts =>
        [
            Form.Empty,
            Full,
            Form.Empty with
            {
                WorkHistory = [new() { During = [new(null, null, null)] }],
                Education = [new() { Id = "e1" }],
            },
        ];

    [Theory, MemberData(nameof(Drafts))]
    public void A_form_is_stored_and_read_back_however_incomplete(Form form) =>
        Assert.Equal(form, StoredJson.Read<Form>(StoredJson.Write(form)));

    [Fact]
    public void No_two_fields_have_one_name()
    {
        Assert.Distinct(FormFields.All.Select(field => FormFields.NameOf(field, Language.Chinese)));
        Assert.Distinct(FormFields.All.Select(field => FormFields.NameOf(field, Language.English)));
    }

    [Fact]
    public void A_slot_opens_with_itself() =>
        Assert.All(Enum.GetValues<Slot>(), slot => Assert.Contains(slot, FormFields.OpensWith(slot).Slots));

    [Theory]
    [InlineData(FormField.EducationLevel, Slot.BachelorDiploma)]
    [InlineData(FormField.Education, Slot.ChsiRecord)]
    [InlineData(FormField.Education, Slot.JuniorCollegeDiploma)]
    [InlineData(FormField.IdentityNumber, Slot.IdentityCard)]
    [InlineData(FormField.TitleSeries, Slot.ProfessionalTitle)]
    [InlineData(FormField.Post, Slot.AppointmentDocument)]
    [InlineData(FormField.ChsiVerificationCode, Slot.ChsiRecord)]
    public void A_returned_field_opens_the_slot_that_proves_it(FormField field, Slot slot) =>
        Assert.Contains(slot, FormFields.OpensWith(field).Slots);

    [Theory]
    [InlineData(FormField.FirstEmployed, FormField.WorkHistory)]
    [InlineData(FormField.WorkHistory, FormField.FirstEmployed)]
    [InlineData(FormField.Sex, FormField.IdentityNumber)]
    [InlineData(FormField.IdentityNumber, FormField.BirthDate)]
    [InlineData(FormField.IdentityNumber, FormField.BirthDateExplanation)]
    [InlineData(FormField.PoliticalStatus, FormField.PartyBranch)]
    [InlineData(FormField.GraduationSchool, FormField.Education)]
    [InlineData(FormField.Education, FormField.ChsiValidUntil)]
    [InlineData(FormField.AppointingAuthority, FormField.SealOffice)]
    public void A_returned_field_opens_what_is_checked_against_it(FormField field, FormField other) =>
        Assert.Contains(other, FormFields.OpensWith(field).Fields);

    [Fact]
    public void A_returned_field_opens_nothing_else()
    {
        Assert.Equal([FormField.Email], FormFields.OpensWith(FormField.Email).Fields);
        Assert.Empty(FormFields.OpensWith(FormField.Email).Slots);
        Assert.DoesNotContain(FormField.Name, FormFields.OpensWith(FormField.IdentityNumber).Fields);
        Assert.Empty(FormFields.OpensWith(Slot.IdPhoto).Fields);
    }

    [Fact]
    public void The_record_of_the_diploma_opens_its_code_and_validity() =>
        Assert.Equal(
            [FormField.ChsiVerificationCode, FormField.ChsiValidUntil],
            FormFields.OpensWith(Slot.ChsiRecord).Fields
        );
}
