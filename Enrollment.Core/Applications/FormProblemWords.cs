using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>A problem of the form as a candidate reads it: one sentence that says what is wrong and how to mend it.</summary>
public static class FormProblemWords
{
    public static string Of(FormProblem problem, Language language) =>
        language switch
        {
            Language.Chinese => Chinese(problem, FormPlaceWords.Of(problem, language), MonthsOf(problem, language)),
            Language.English => English(problem, FormPlaceWords.Of(problem, language), MonthsOf(problem, language)),
        };

    private static string Chinese(FormProblem problem, string place, string argument) =>
        problem.Code switch
        {
            FormProblemCode.Missing when problem.Path == "education" =>
                "请在高等教育学历中填写本科毕业证书，本科毕业证书为必须上传材料。",
            FormProblemCode.Missing => $"请填写{place}。",
            FormProblemCode.Malformed => $"{place}格式不正确：{FormOf(problem.Field, Language.Chinese)}。",
            FormProblemCode.TooLong => $"{place}过长，最多{argument}{(IsList(problem) ? "行" : "个字")}，请精简。",
            FormProblemCode.IdentityNumberShape => "身份证号应为18位，前17位为数字，最后一位为数字或X，请核对。",
            FormProblemCode.IdentityNumberDate => "身份证号第7至14位不是有效的出生日期，请逐位核对。",
            FormProblemCode.IdentityNumberCheck => "身份证号最后一位校验码不符，请对照身份证逐位核对。",
            FormProblemCode.DiffersFromAccount =>
                $"{place}与开通账号时登记的不一致，请核对；登记有误的，请联系分院更正。",
            FormProblemCode.SexDiffers => "性别与身份证号不一致，请核对性别和身份证号。",
            FormProblemCode.BirthDateDiffers =>
                $"出生日期与身份证号中的{argument}不一致，请核对；以组织认定为准的，请在“出生日期说明”中写明依据。",
            FormProblemCode.InTheFuture => $"{place}晚于今天，请核对。",
            FormProblemCode.TooEarly => $"{place}不应早于{argument}{AgeZh(problem.Field)}，请核对该时间和出生日期。",
            FormProblemCode.NotAdmitted => "本次报名的政治面貌限中共党员、中共预备党员，请核对；有疑问的，请联系分院。",
            FormProblemCode.ServiceTooShort => $"工作年限不满{argument}年，不符合报名条件，请核对参加工作时间。",
            FormProblemCode.UnknownChoice => $"请在列表中选择{place}。",
            FormProblemCode.StartsElsewhere =>
                $"工作简历应从参加工作时间（{argument}）开始，请修改第一行的开始年月或参加工作时间。",
            FormProblemCode.Gap => $"工作简历不连续，缺少{argument}，请补填这段时间的经历（待业、脱产学习也要填写）。",
            FormProblemCode.Overlap =>
                $"工作简历第{FormPlaceWords.RowOf(problem)}行与前面的经历在{argument}重叠，请修改起止年月；同时进行的学习、培训请填入“其间”。",
            FormProblemCode.EndsBeforeStart => $"{place}早于开始年月，请核对。",
            FormProblemCode.NotUntilNow =>
                $"工作简历最后一行应填“至今”，其他各行应填结束年月，请修改第{FormPlaceWords.RowOf(problem)}行。",
            FormProblemCode.OutsideItsEntry => $"{place}超出了所在经历的起止年月，请核对。",
            FormProblemCode.Repeated => $"{place}与前面的重复，请删去重复的一条。",
            FormProblemCode.NoSuchEntry =>
                $"高等教育学历中没有与{place}一致的毕业证书，请核对{place}，或补填、更正该毕业证书。",
            FormProblemCode.OverflowsBox =>
                $"{place}文字过多，打印时本栏放不下{(argument.Length > 0 ? $"，约超出{argument}%" : "")}，请精简。",
            FormProblemCode.Unprintable =>
                $"{place}中有无法打印的字{Quoted(argument)}，请改用规范字；姓名用字无法打印的，请联系分院。",
        };

    private static string English(FormProblem problem, string place, string argument) =>
        problem.Code switch
        {
            FormProblemCode.Missing when problem.Path == "education" =>
                "Add the bachelor's diploma to higher education: everybody has to upload it.",
            FormProblemCode.Missing => $"Fill in: {place}.",
            FormProblemCode.Malformed => $"Check the {place}: {FormOf(problem.Field, Language.English)}.",
            FormProblemCode.TooLong =>
                $"Shorten: {place} may have at most {argument} {(IsList(problem) ? "lines" : "characters")}.",
            FormProblemCode.IdentityNumberShape =>
                "An identity number has 18 characters: 17 digits, then a digit or X. Check it.",
            FormProblemCode.IdentityNumberDate =>
                "Digits 7 to 14 of the identity number are no date of birth. Check each of them.",
            FormProblemCode.IdentityNumberCheck =>
                "The last character of the identity number does not fit the others. Compare it with the card.",
            FormProblemCode.DiffersFromAccount =>
                $"The {place} is not the one that the account was opened with. Check it, or ask the branch to correct the account.",
            FormProblemCode.SexDiffers => "The identity number says the other sex. Check both.",
            FormProblemCode.BirthDateDiffers =>
                $"The identity number says {argument}. Check the birth date, or explain why the personnel file says another.",
            FormProblemCode.InTheFuture => $"This is still to come: {place}. Check it.",
            FormProblemCode.TooEarly =>
                $"Check the {place} and the birth date: it should not be before {argument}{AgeEn(problem.Field)}.",
            FormProblemCode.NotAdmitted =>
                "Only Party members and probationary members may apply. Check the political status, or ask the branch.",
            FormProblemCode.ServiceTooShort =>
                $"At least {argument} years of service are required. Check the month of first employment.",
            FormProblemCode.UnknownChoice => $"Choose from the list: {place}.",
            FormProblemCode.StartsElsewhere =>
                $"The work history has to start in the month of first employment ({argument}). Change one of the two.",
            FormProblemCode.Gap =>
                $"The work history says nothing of {argument}. Add what was done then, unemployment and study included.",
            FormProblemCode.Overlap =>
                $"Line {FormPlaceWords.RowOf(problem)} of the work history overlaps what stands before it in {argument}. Change the months, or put it within that entry.",
            FormProblemCode.EndsBeforeStart => $"It ends before it starts: check the {place}.",
            FormProblemCode.NotUntilNow =>
                $"The last line of the work history, and only the last, lasts until now. Change line {FormPlaceWords.RowOf(problem)}.",
            FormProblemCode.OutsideItsEntry => $"Check the months: {place} lies outside the entry that it belongs to.",
            FormProblemCode.Repeated => $"This is given twice: {place}. Remove one.",
            FormProblemCode.NoSuchEntry =>
                $"No diploma in higher education has this {place}. Check it, or add the diploma.",
            FormProblemCode.OverflowsBox =>
                $"Shorten the {place}: it is {(argument.Length > 0 ? $"{argument}% " : "")}too long for its box on the printed form.",
            FormProblemCode.Unprintable =>
                $"The {place} has characters that can't be printed{(argument.Length == 0 ? "" : $": “{argument}”")}. Use others, or ask the branch.",
        };

    /// <summary>What a field of the right form looks like.</summary>
    private static string FormOf(FormField field, Language language)
    {
        var (chinese, english) = field switch
        {
            FormField.Name => (
                "应为两个以上汉字，少数民族姓名用“·”分隔",
                "two or more Chinese characters, · between parts"
            ),
            FormField.Email => ("应类似 name@example.cn", "it looks like name@example.cn"),
            FormField.ChsiVerificationCode => (
                "备案表（认证报告）的在线验证码为16位字母数字或12位数字",
                "the record's code has 16 letters and digits, or 12 digits"
            ),
            FormField.Education => ("请按毕业证书填写证书编号", "copy the number that the diploma shows"),
            _ => ("请核对后重新填写", "fill it in again"),
        };
        return language switch
        {
            Language.Chinese => chinese,
            Language.English => english,
        };
    }

    private static string AgeZh(FormField field) =>
        field switch
        {
            FormField.PartyJoined => "（入党须年满18周岁）",
            FormField.FirstEmployed => "（参加工作须年满16周岁）",
            _ => "",
        };

    private static string AgeEn(FormField field) =>
        field switch
        {
            FormField.PartyJoined => " (members are 18 or older)",
            FormField.FirstEmployed => " (employment starts at 16)",
            _ => "",
        };

    /// <summary>Days, months and spans of months in words; anything else as it is.</summary>
    private static string MonthsOf(FormProblem problem, Language language)
    {
        var argument = problem.Argument ?? "";
        if (MonthSpan.TryParse(argument, out var span))
        {
            return span.ToWords(language);
        }
        return language == Language.Chinese && DateOnly.TryParseExact(argument, "yyyy-MM-dd", out var day)
            ? $"{YearMonth.Of(day).ToChinese()}{day.Day}日"
            : argument;
    }

    private static string Quoted(string argument) => argument.Length == 0 ? "" : $"“{argument}”";

    /// <summary>Whether a length is counted in lines: "workHistory", "workHistory[2].during".</summary>
    private static bool IsList(FormProblem problem) =>
        problem.Path is "workHistory" or "education" || problem.Path.EndsWith(".during", StringComparison.Ordinal);
}
