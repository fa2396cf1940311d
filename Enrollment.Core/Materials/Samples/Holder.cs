namespace Enrollment.Materials.Samples;

/// <summary>The person whose papers are drawn: nobody, by lot.</summary>
internal sealed record Holder(
    string Name,
    string Sex,
    DateOnly Born,
    string School,
    string Major,
    string Unit,
    string Post,
    long CertificateNumber
)
{
    private const string Digits = "〇一二三四五六七八九";
    private static readonly string[] Surnames =
    [
        "王",
        "李",
        "张",
        "刘",
        "陈",
        "杨",
        "赵",
        "黄",
        "周",
        "吴",
        "徐",
        "孙",
    ];
    private static readonly string[] GivenNames =
    [
        "建国",
        "志强",
        "文华",
        "晓燕",
        "海峰",
        "丽娟",
        "明远",
        "雪梅",
        "国栋",
        "思远",
        "静怡",
        "永康",
    ];
    private static readonly string[] Schools =
    [
        "东江大学",
        "滨海师范大学",
        "北岭理工大学",
        "南屏财经大学",
        "云山农业大学",
    ];
    private static readonly string[] Majors = ["行政管理", "汉语言文学", "会计学", "法学", "土木工程", "农业经济管理"];
    private static readonly string[] Units =
    [
        "滨海市人民政府办公室",
        "东江县发展和改革局",
        "北岭区人力资源和社会保障局",
        "南屏市财政局",
        "云山县农业农村局",
    ];
    private static readonly string[] Posts =
    [
        "综合科科长",
        "规划科副科长",
        "办公室副主任",
        "四级主任科员",
        "预算科科长",
    ];

    public static Holder ByLot(int seed, string? name)
    {
        var random = new Random(seed);
        return new(
            name ?? Pick(Surnames) + Pick(GivenNames),
            PortraitDrawing.IsWoman(seed) ? "女" : "男",
            new DateOnly(1978, 1, 1).AddDays(random.Next(6000)),
            Pick(Schools),
            Pick(Majors),
            Pick(Units),
            Pick(Posts),
            random.NextInt64(10_000_000_000_000_000, 99_999_999_999_999_999)
        );

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    /// <summary>二〇〇九年六月</summary>
    public static string InWords(int year, int month) =>
        string.Concat(year.ToString().Select(digit => Digits[digit - '0'])) + "年" + Month(month);

    private static string Month(int month) =>
        month < 10 ? $"{Digits[month]}月"
        : month == 10 ? "十月"
        : $"十{Digits[month - 10]}月";
}
