using Enrollment.Applications;
using static Enrollment.Tests.Applications.SampleForm;

namespace Enrollment.Tests.Applications;

/// <content>Names and email addresses, character by character.</content>
public sealed partial class FormRulesTests
{
    [Theory]
    [InlineData("买买提·艾力")]
    [InlineData("张𠮷")]
    public void Rare_characters_and_the_dot_are_names(string name) => Assert.True(IsName(name));

    [Theory]
    [InlineData("张")]
    [InlineData("Zhang San")]
    [InlineData("张San")]
    [InlineData("·张三")]
    public void What_is_not_written_in_Chinese_characters_is_no_name(string name) => Assert.False(IsName(name));

    [Theory]
    [InlineData(0x3007, 0x3007)]
    [InlineData(0x3400, 0x4DBF)]
    [InlineData(0x4E00, 0x9FFF)]
    [InlineData(0xF900, 0xFAFF)]
    [InlineData(0x20000, 0x3FFFF)]
    public void A_block_of_Chinese_characters_is_for_names_from_its_first_to_its_last(int first, int last) =>
        Assert.Equal(
            [false, true, true, false],
            new[] { first - 1, first, last, last + 1 }.Select(character =>
                IsName("张" + char.ConvertFromUtf32(character))
            )
        );

    [Theory]
    [InlineData("zhang.san@ex-ample.com.cn")]
    [InlineData("!zhangsan~@example.cn")]
    public void Every_printable_character_may_stand_before_the_at_sign(string email) => Assert.True(IsEmail(email));

    [Theory]
    [InlineData("zhangsan@")]
    [InlineData("张三@example.cn")]
    [InlineData("zhang三@example.cn")]
    [InlineData("zhang san@example.cn")]
    [InlineData("zhangsan@ex_ample.cn")]
    [InlineData("zhangsan@example..cn")]
    public void What_no_mail_reaches_is_no_email(string email) => Assert.False(IsEmail(email));

    private static bool IsName(string name) =>
        !FormRules
            .Check(SampleForm.Season, KnownAs with { Name = name }, Valid with { Name = name }, Today)
            .Contains(new(FormField.Name, "name", FormProblemCode.Malformed));

    private static bool IsEmail(string email) =>
        !Check(Valid with { Email = email }).Contains(new(FormField.Email, "email", FormProblemCode.Malformed));
}
