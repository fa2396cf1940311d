using CsCheck;
using Enrollment.People;

namespace Enrollment.Tests.People;

/// <summary>GB 11643-1999; the first number is the standard's own example.</summary>
public sealed class IdentityNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", Sex.Female)]
    [InlineData("110105199003071239", "1990-03-07", Sex.Male)]
    [InlineData(" １１０１０５１９４９１２３１００２ｘ ", "1949-12-31", Sex.Female)]
    public void A_number_says_the_birth_date_and_the_sex(string text, string birth, Sex sex)
    {
        var number = IdentityNumber.Parse(text);
        Assert.Equal((DateOnly.Parse(birth), sex), (number.BirthDate, number.Sex));
        Assert.Equal(18, number.Value.Length);
    }

    [Theory]
    [InlineData("", IdentityNumberFault.Shape)]
    [InlineData(null, IdentityNumberFault.Shape)]
    [InlineData("11010519900307123", IdentityNumberFault.Shape)]
    [InlineData("1101051990030712390", IdentityNumberFault.Shape)]
    [InlineData("X10105199003071239", IdentityNumberFault.Shape)]
    [InlineData("11010519900307123Y", IdentityNumberFault.Shape)]
    [InlineData("110105900307123", IdentityNumberFault.Shape)]
    // Right in itself, and the standard's second example: but nobody born in 1880 applies any more.
    [InlineData("440524188001010014", IdentityNumberFault.BirthDate)]
    [InlineData("110105199002301239", IdentityNumberFault.BirthDate)]
    [InlineData("110105199013071239", IdentityNumberFault.BirthDate)]
    [InlineData("110105199003071230", IdentityNumberFault.CheckCharacter)]
    [InlineData("11010519900307123X", IdentityNumberFault.CheckCharacter)]
    public void What_is_wrong_with_a_number_is_told_apart(string? text, IdentityNumberFault fault)
    {
        Assert.Equal(fault, IdentityNumber.Check(text, out var number));
        Assert.Null(number);
    }

    [Fact]
    public void One_wrong_digit_and_two_swapped_neighbours_are_always_found() =>
        Gen.Select(Gen.Int[0, 16], Gen.Int[1, 9], Gen.Int[0, 999])
            .Sample(
                (place, step, sequence) =>
                {
                    var digits = $"11010519900307{sequence:000}";
                    var check = IdentityNumber.CheckCharacter(digits);
                    var wrong = digits.ToCharArray();
                    wrong[place] = (char)('0' + (wrong[place] - '0' + step) % 10);
                    Assert.NotEqual(check, IdentityNumber.CheckCharacter(wrong));

                    var swapped = digits.ToCharArray();
                    var next = place == 16 ? 15 : place + 1;
                    (swapped[place], swapped[next]) = (swapped[next], swapped[place]);
                    Assert.Equal(digits[place] == digits[next], check == IdentityNumber.CheckCharacter(swapped));
                }
            );

    [Fact]
    public void A_list_shows_the_last_four_only() =>
        Assert.Equal("002X", IdentityNumber.Parse("11010519491231002X").LastFour);
}
