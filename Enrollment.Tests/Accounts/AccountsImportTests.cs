using System.Text;
using Enrollment.Accounts;
using Enrollment.People;
using Enrollment.Tests.Applications;
using MiniExcelLibs;

namespace Enrollment.Tests.Accounts;

/// <summary>R1: accounts from a spreadsheet, validated row by row.</summary>
public sealed class AccountsImportTests
{
    private const string Header = "姓名*,手机号*,身份证号,工作单位,报考专业\n";
    private const string Zhang = "张三,13800138000,110105199003071239,某某街道办事处,法学\n";

    private static readonly AccountRow ZhangRow = new(
        2,
        "张三",
        PhoneNumber.Parse("13800138000"),
        IdentityNumber.Parse("110105199003071239"),
        "某某街道办事处",
        "法学"
    );

    [Fact]
    public void A_file_is_read_by_its_header() => Assert.Equal(new([ZhangRow], []), Read(Header + Zhang));

    public static TheoryData<byte[]> Encodings
    {
        get
        {
            var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
            return new(
                new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(Header + Zhang)).ToArray(),
                gb18030.GetBytes(Header + Zhang),
                [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes((Header + Zhang).Replace(',', '\t'))],
                Encoding.UTF8.GetBytes((Header + Zhang).Replace(",", ";").Replace("\n", "\r\n"))
            );
        }
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Every_encoding_that_spreadsheets_write_is_read(byte[] file) =>
        Assert.Equal(new([ZhangRow], []), AccountsImport.Read(file, SampleForm.Season));

    [Fact]
    public void Columns_may_stand_in_any_order_and_others_are_ignored() =>
        Assert.Equal(
            [new AccountRow(2, "张三", PhoneNumber.Parse("13800138000"), null, null, null)],
            Read("备注,手机号码, 姓 名 \n新,13800138000,张三\n").Rows
        );

    [Fact]
    public void Blank_rows_are_passed_over_and_rows_keep_their_numbers()
    {
        var file = Read("\n" + Header + ",,,,\n\n李四,13800138001,,,\n");
        Assert.Empty(file.Problems);
        Assert.Equal(5, Assert.Single(file.Rows).Row);
    }

    [Fact]
    public void Typed_values_are_made_plain()
    {
        var row = Assert.Single(
            Read(Header + "张　三,+86 138-0013-8000,１１０１０５１９９００３０７１２３９,  某局 ,\n").Rows
        );
        Assert.Equal(ZhangRow with { Employer = "某局", Programme = null }, row);
    }

    [Theory]
    [InlineData(",13800138000,,,", AccountColumn.Name, AccountProblemCode.Missing, null)]
    [InlineData("张三,,,,", AccountColumn.Phone, AccountProblemCode.Missing, null)]
    [InlineData("张三", AccountColumn.Phone, AccountProblemCode.Missing, null)]
    [InlineData("张三,1380013800,,,", AccountColumn.Phone, AccountProblemCode.Malformed, null)]
    [InlineData("张三,1.38E+10,,,", AccountColumn.Phone, AccountProblemCode.LostDigits, null)]
    [InlineData(
        "张三,13800138000,110105199003071238,,",
        AccountColumn.IdentityNumber,
        AccountProblemCode.Malformed,
        null
    )]
    [InlineData("张三,13800138000,1.10105E+17,,", AccountColumn.IdentityNumber, AccountProblemCode.LostDigits, null)]
    [InlineData("张三,13800138000,,,考古学", AccountColumn.Programme, AccountProblemCode.UnknownChoice, "考古学")]
    public void A_wrong_row_is_told_and_left_out(
        string row,
        AccountColumn column,
        AccountProblemCode code,
        string? argument
    )
    {
        var file = Read(Header + row + "\n李四,13800138001,,,\n");
        Assert.Equal([new AccountProblem(2, column, code, argument)], file.Problems);
        Assert.Equal([3], file.Rows.Select(right => right.Row));
    }

    [Fact]
    public void A_row_is_told_everything_that_is_wrong_with_it() =>
        Assert.Equal(
            [AccountColumn.Name, AccountColumn.Phone, AccountColumn.Employer],
            Read(Header + $",x,,{new string('某', 81)},").Problems.Select(problem => problem.Column!.Value)
        );

    [Fact]
    public void A_repeated_phone_refuses_both_rows_and_each_names_the_other()
    {
        var file = Read(Header + "张三,13800138000,,,\n李四,13800138001,,,\n王五,+8613800138000,,,\n");
        Assert.Equal(
            [
                new AccountProblem(2, AccountColumn.Phone, AccountProblemCode.RepeatedInFile, "4"),
                new AccountProblem(4, AccountColumn.Phone, AccountProblemCode.RepeatedInFile, "2"),
            ],
            file.Problems
        );
        Assert.Equal([3], file.Rows.Select(row => row.Row));
    }

    [Fact]
    public void A_repeated_identity_number_refuses_both_rows() =>
        Assert.Equal(
            [2, 3],
            Read(Header + Zhang + Zhang.Replace("13800138000", "13800138001"))
                .Problems.Where(problem => problem.Code == AccountProblemCode.RepeatedInFile)
                .Select(problem => problem.Row!.Value)
        );

    [Theory]
    [InlineData("姓名,单位\n张三,某局\n", AccountProblemCode.HeaderMissing, "手机号")]
    [InlineData("张三,13800138000\n", AccountProblemCode.HeaderMissing, "姓名、手机号")]
    [InlineData("姓名,手机号,手机\n张三,13800138000,13800138001\n", AccountProblemCode.HeaderRepeated, "手机号")]
    [InlineData("姓名,手机号\n", AccountProblemCode.Empty, null)]
    [InlineData("", AccountProblemCode.Empty, null)]
    public void A_file_without_its_header_or_rows_is_one_problem(string file, AccountProblemCode code, string? argument)
    {
        var problem = Assert.Single(Read(file).Problems);
        Assert.Equal((null, code, argument), (problem.Row, problem.Code, problem.Argument));
    }

    [Fact]
    public void Five_thousand_rows_are_read_and_one_more_is_refused()
    {
        var rows = Enumerable.Range(0, AccountsImport.MostRows).Select(i => $"张三,1380{i:0000000}\n");
        var file = "姓名,手机号\n" + string.Concat(rows);
        Assert.Equal(AccountsImport.MostRows, Read(file).Rows.Count);
        Assert.Equal(AccountProblemCode.TooManyRows, Assert.Single(Read(file + "李四,13900000000\n").Problems).Code);
    }

    [Fact]
    public void A_workbook_is_read_as_text_where_a_phone_was_kept_as_a_number()
    {
        var file = Workbook(
            new Dictionary<string, object?>
            {
                ["姓名*"] = "张三",
                ["手机号*"] = 13800138000d,
                ["身份证号"] = "110105199003071239",
                ["工作单位"] = "某某街道办事处",
                ["报考专业"] = "法学",
            }
        );
        Assert.Equal(new([ZhangRow], []), AccountsImport.Read(file, SampleForm.Season));
    }

    [Fact]
    public void An_identity_number_kept_as_a_number_has_lost_its_digits()
    {
        var file = Workbook(
            new Dictionary<string, object?>
            {
                ["姓名"] = "张三",
                ["手机号"] = "13800138000",
                ["身份证号"] = 110105199003071239d,
            }
        );
        Assert.Equal(
            [new AccountProblem(2, AccountColumn.IdentityNumber, AccountProblemCode.LostDigits)],
            AccountsImport.Read(file, SampleForm.Season).Problems
        );
    }

    public static TheoryData<byte[], AccountProblemCode> Broken =>
        new()
        {
            { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], AccountProblemCode.OldOrProtected },
            { [.. "PK\u0003\u0004 and then nothing of a workbook"u8], AccountProblemCode.Unreadable },
            { AccountsTemplate.Xlsx()[..700], AccountProblemCode.Unreadable },
        };

    [Theory, MemberData(nameof(Broken))]
    public void A_file_that_is_no_spreadsheet_is_one_problem(byte[] file, AccountProblemCode code) =>
        Assert.Equal([new AccountProblem(null, null, code)], AccountsImport.Read(file, SampleForm.Season).Problems);

    [Fact]
    public void The_template_has_the_header_and_no_candidate()
    {
        var header = Assert.Single(new MemoryStream(AccountsTemplate.Xlsx()).Query());
        Assert.Equal(
            ["姓名*", "手机号*", "身份证号", "工作单位", "报考专业"],
            ((IDictionary<string, object?>)header).Values
        );
        var problem = Assert.Single(AccountsImport.Read(AccountsTemplate.Xlsx(), SampleForm.Season).Problems);
        Assert.Equal(AccountProblemCode.Empty, problem.Code);
    }

    [Fact]
    public void Every_problem_is_a_sentence_in_both_languages()
    {
        foreach (var code in Enum.GetValues<AccountProblemCode>())
        {
            foreach (var column in AccountColumns.All)
            {
                var problem = new AccountProblem(7, column, code, "8");
                Assert.StartsWith("第7行：", problem.ToWords(Language.Chinese), StringComparison.Ordinal);
                Assert.EndsWith("。", problem.ToWords(Language.Chinese), StringComparison.Ordinal);
                Assert.StartsWith("Row 7: ", problem.ToWords(Language.English), StringComparison.Ordinal);
                Assert.EndsWith(".", problem.ToWords(Language.English), StringComparison.Ordinal);
            }
        }
    }

    private static AccountsFile Read(string text) =>
        AccountsImport.Read(Encoding.UTF8.GetBytes(text), SampleForm.Season);

    private static byte[] Workbook(params Dictionary<string, object?>[] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows);
        return stream.ToArray();
    }
}
