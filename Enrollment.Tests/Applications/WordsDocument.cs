using System.Text;
using Enrollment.Accounts;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.Payments;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>
/// Writes <c>docs/words.md</c>: what Core says to people, each sentence once, made from examples that reach every case
/// of the closed hierarchies.
/// </summary>
internal static partial class WordsDocument
{
    /// <summary>One row: what it is called in the code, and what people read.</summary>
    internal sealed record Line(string Key, Words Words);

    public static string Text => Write();

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # All that the system says

            The words of `Enrollment.Core` in both languages, with examples in the place of names, days and numbers, made
            from the code and held to it by a test (`UPDATE_DOCS=1 ./test` rewrites it). Whoever knows the trade can read
            the Chinese column from top to bottom; what reads badly is mended in the code, at one place each.

            """
        );
        foreach (var (title, lines) in Parts)
        {
            text.Append($"\n## {title}\n\n|  | 中文 | English |\n|---|---|---|\n");
            foreach (var line in lines)
            {
                text.Append($"| `{line.Key}` | {Cell(line.Words.Zh)} | {Cell(line.Words.En)} |\n");
            }
        }
        text.Append($"\n## Ethnic groups 民族\n\n{string.Join('、', EthnicGroups.All)}\n");
        text.Append("\n## Text messages 短信, in Chinese only\n\n|  | 中文 |\n|---|---|\n");
        foreach (var wording in TextWording.Defaults)
        {
            text.Append($"| `{wording.Template}` | {wording.Words} |\n");
        }
        var papers = ASeason.Current.Wording;
        text.Append("\n## Wordings of the papers that a season may change, in Chinese only\n");
        foreach (var wording in new[] { papers.Commitment, papers.Introduction, papers.PartyMembership })
        {
            text.Append($"\n> {Cell(wording)}\n");
        }
        return text.ToString();
    }

    private static string Cell(string words) => words.Replace("|", "\\|").Replace("\n", "<br>");

    private static (string Title, IEnumerable<Line> Lines)[] Parts =>
        [
            ("Stages 阶段", Each<StageName>(StageWords.Of)),
            ("Lapses 自动放弃的原因", Each<Lapse>(StageWords.Of)),
            ("The timeline 办理记录", Events.Select(Line (what) => new(what.GetType().Name, Told(what)))),
            ("Fields of the form 报名信息", Each<FormField>(FormFields.NameOf)),
            ("What a filled-in field says 填写的内容", FormFields.All.Select(Said)),
            ("Choices 选项", Choices),
            ("Problems of the form 填报问题", Problems.Select(Line (one) => new($"{one.Code}", Told(one)))),
            ("Lines of a pasted work history 粘贴的工作简历", LineProblems),
            ("Slots 材料栏", Each<Slot>(Slots.NameOf)),
            (
                "What belongs into each slot 材料说明",
                Each<Slot>((slot, language) => Slots.Of(slot).Advice.In(language))
            ),
            ("Pages 页面", Each<Page>(Slots.NameOf)),
            ("What the materials lack 材料欠缺", Shortcomings.Select(Line (one) => new($"{one.Code}", Told(one)))),
            ("Findings 检查意见", Findings),
            ("Rows of originals 原件", Each<OriginalItem>(OriginalWords.Of)),
            ("Ends of a row 原件处理", Each<OriginalResult>(OriginalWords.Of)),
            ("Refusals 不能办理的原因", Refusals.Select(Line (one) => new($"{one.Code}", Told(one)))),
            ("The fee 缴费", Money),
            ("Imported accounts 导入名单", AccountProblems),
            ("Alarms 告警", Alarms),
        ];

    private static IEnumerable<Line> Each<T>(Func<T, Language, string> words)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(Line (one) => new($"{one}", Both(language => words(one, language))));

    private static IEnumerable<Line> Choices =>
        [
            .. Each<Sex>(ChoiceWords.Of),
            .. Each<PoliticalStatus>(ChoiceWords.Of),
            .. Each<TitleGrade>(ChoiceWords.Of),
            .. Each<SealOffice>(ChoiceWords.Of),
            .. Each<EducationLevel>(ChoiceWords.Of),
            .. Each<DiplomaLevel>(ChoiceWords.Of),
            .. Each<SchoolKind>(ChoiceWords.Of),
            .. Each<WorkKind>(ChoiceWords.Of),
        ];

    private static IEnumerable<Line> Money =>
        [
            .. Each<PaymentMethod>(PaymentWords.Of),
            .. Each<OrderState>(PaymentWords.Of),
            .. Each<OrderClosing>(PaymentWords.Of),
            .. Each<Surplus>(PaymentWords.Of),
            .. Each<DifferenceKind>(PaymentWords.Of),
        ];

    private static IEnumerable<Line> LineProblems =>
        Each<WorkHistoryLineProblemCode>(
            (code, language) => new WorkHistoryLineProblem(2, "2015.7", code).ToWords(language)
        );

    private static IEnumerable<Line> AccountProblems =>
        Each<AccountProblemCode>((code, language) => Example(code).ToWords(language));

    private static AccountProblem Example(AccountProblemCode code) =>
        code switch
        {
            AccountProblemCode.HeaderMissing or AccountProblemCode.HeaderRepeated => new(null, null, code, "手机号"),
            AccountProblemCode.TooManyRows => new(null, null, code, "2000"),
            AccountProblemCode.UnknownChoice => new(3, AccountColumn.Programme, code, "考古学"),
            AccountProblemCode.LostDigits => new(3, AccountColumn.IdentityNumber, code),
            AccountProblemCode.RepeatedInFile => new(3, AccountColumn.Phone, code, "2"),
            AccountProblemCode.TooLong => new(3, AccountColumn.Name, code, "40"),
            AccountProblemCode.Missing or AccountProblemCode.Malformed => new(3, AccountColumn.Phone, code),
            AccountProblemCode.Unreadable or AccountProblemCode.OldOrProtected or AccountProblemCode.Empty => new(
                null,
                null,
                code
            ),
        };

    private static IEnumerable<Line> Findings =>
        Each<FindingCode>(
            (code, language) =>
                FindingWords.Of(new(code, Severity.Warns, "①", "②"), language) is var (message, mend)
                    ? $"{message}\n{mend}"
                    : ""
        );

    private static IEnumerable<Line> Alarms =>
        Each<AlarmCode>(
            (code, language) =>
                string.Join(
                    '\n',
                    new[] { AlarmWords.TitleOf(code), AlarmWords.MeaningOf(code), AlarmWords.AdviceOf(code) }.Select(
                        words => words.In(language)
                    )
                )
        );

    private static Line Said(FormField field) =>
        new($"{field}", Both(language => FieldWords.Of(FilledIn, field, language) ?? ""));

    private static Words Told(Event what) =>
        Both(language => EventWords.Of(new(what, Somebody.Reviewer, ASeason.Opening), language));

    private static Words Told(FormProblem problem) => Both(language => FormProblemWords.Of(problem, language));

    private static Words Told(Shortcoming shortcoming) => Both(language => ShortcomingWords.Of(shortcoming, language));

    private static Words Told(Refusal refusal) => Both(language => RefusalWords.Of(refusal, language));

    private static Words Both(Func<Language, string> words) => new(words(Language.Chinese), words(Language.English));
}
