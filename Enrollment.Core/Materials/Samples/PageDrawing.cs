using QRCoder;
using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>Draws the pages that candidates scan, as nobody's: certificates, cards, documents and records.</summary>
internal static class PageDrawing
{
    /// <summary>Blots after which no code can be read.</summary>
    private const int BeyondReading = 26;

    /// <summary>Millimetres of the sheet as it lies upright; certificates and cards lie on theirs as they are read.</summary>
    public static SKSize SizeOf(Page page) =>
        page is Page.Diploma or Page.DegreeCertificate or Page.LetterOfAppointment ? new(297, 210) : new(210, 297);

    public static void Draw(Ink ink, ScanLook look)
    {
        var holder = Holder.ByLot(look.Seed, look.Name);
        switch (look.Page)
        {
            case Page.CardBothSides or Page.CardPortraitSide or Page.CardEmblemSide:
                CardDrawing.Draw(ink, look, holder);
                break;
            case Page.Diploma or Page.DegreeCertificate or Page.LetterOfAppointment:
                Certificate(ink, look, holder);
                break;
            case Page.RegistrationRecord
            or Page.DiplomaReport
            or Page.DegreeReport
            or Page.ForeignCredentialReport
            or Page.PartySchoolQueryResult:
                Record(ink, look, holder);
                break;
            default:
                Document(ink, look, holder);
                break;
        }
    }

    private static void Certificate(Ink ink, ScanLook look, Holder holder)
    {
        Frame(ink, 297, 210);
        var (title, level, years) = (look.Page, look.Slot) switch
        {
            (Page.LetterOfAppointment, _) => ("聘　书", "", 0),
            (Page.DegreeCertificate, _) => ("硕士学位证书", "硕士研究生", 3),
            (_, Slot.JuniorCollegeDiploma) => ("专科毕业证书", "专科", 3),
            (_, Slot.PostgraduateDiploma) => ("研究生毕业证书", "硕士研究生", 3),
            _ => ("毕业证书", "本科", 4),
        };
        var graduated = holder.Born.Year + 19 + years + (level == "硕士研究生" ? 5 : 0);
        if (look.Page == Page.LetterOfAppointment)
        {
            ink.Centred(title, 148, 42, 18, new SKColor(160, 30, 36));
            ink.Paragraph(
                $"兹聘请{holder.Name}同志任{holder.Unit}{holder.Post}，聘期三年，自{Holder.InWords(2021, 4)}起至{Holder.InWords(2024, 3)}止。聘任期间享受相应职务待遇，履行岗位职责，接受年度考核。",
                40,
                78,
                220,
                9
            );
        }
        else
        {
            ink.Centred(title, 175, 40, 17, new SKColor(160, 30, 36));
            Portrait(ink, look.Seed, new SKRect(28, 48, 66, 98));
            ink.Paragraph(
                $"学生{holder.Name}，性别{holder.Sex}，{Holder.InWords(holder.Born.Year, holder.Born.Month)}生，于{Holder.InWords(graduated - years, 9)}至{Holder.InWords(graduated, 6)}在本校{holder.Major}专业{level}学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
                82,
                70,
                190,
                8.5f
            );
            ink.Text($"证书编号：{holder.CertificateNumber + (int)look.Slot}", 24, 182, 4.6f);
        }
        ink.Text(look.Page == Page.LetterOfAppointment ? "负责人：" : "校（院）长：", 150, 148, 7);
        ink.Signature(190, 149, 34);
        ink.Text(Holder.InWords(look.Page == Page.LetterOfAppointment ? 2021 : graduated, 6), 205, 176, 6.5f);
        if (look.Sealed)
        {
            ink.Seal(look.Page == Page.LetterOfAppointment ? holder.Unit : holder.School, 226, 164, 22, look.SealInk);
        }
    }

    private static void Document(Ink ink, ScanLook look, Holder holder)
    {
        if (look.Page is Page.SignaturePage or Page.NamePage or Page.ContentPage)
        {
            var end = ink.Paragraph(
                $"经研究，决定：{holder.Name}同志任{holder.Unit}{holder.Post}，试用期一年；免去其原任职务。以上同志的任职时间从本文件印发之日起计算，试用期满考核合格的，按规定办理正式任职手续。",
                28,
                40,
                156,
                6
            );
            end = ink.Paragraph(
                "请有关单位按照干部管理权限，及时办理工资、人事关系等手续，并将办理情况报组织人事部门备案。",
                28,
                end + 3,
                156,
                6
            );
            ink.Paragraph(
                look.Page == Page.SignaturePage ? "特此通知，请遵照执行。" : "（转下页）",
                28,
                end + 3,
                156,
                6
            );
        }
        else
        {
            ink.Centred(look.Slot == Slot.Other ? "证　明" : holder.Unit + "文件", 105, 45, 13, Ink.SealRed);
            ink.Centred($"〔2021〕{(look.Seed % 90) + 10}号", 105, 66, 6);
            ink.Line(26, 76, 184, 76, 0.9f, Ink.SealRed);
            ink.Centred(
                look.Slot == Slot.ProfessionalTitle ? "关于公布专业技术职称评审结果的通知" : "关于职务任免的通知",
                105,
                94,
                8
            );
            var end = ink.Paragraph(
                "各科室、各直属单位：根据工作需要，经组织考察、集体研究并按规定公示，现将有关事项通知如下，请各有关单位及时办理工作交接手续，认真抓好贯彻落实。",
                28,
                112,
                156,
                6
            );
            ink.Paragraph(
                $"{holder.Name}同志，现任{holder.Unit}{holder.Post}，具有{holder.Major}专业学历，符合任职条件。",
                28,
                end + 3,
                156,
                6
            );
        }
        ink.Text(holder.Unit, 176 - (holder.Unit.Length * 6), 226, 6);
        ink.Text(Holder.InWords(2021, (look.Seed % 12) + 1), 122, 238, 6);
        ink.Line(26, 268, 184, 268);
        ink.Text("抄送：市委组织部，市人力资源和社会保障局，存档。", 28, 274, 4.5f);
        if (look.Sealed)
        {
            ink.Seal(holder.Unit, 142, 230, colour: look.SealInk);
        }
    }

    private static void Record(Ink ink, ScanLook look, Holder holder)
    {
        var title = look.Page switch
        {
            Page.DegreeReport => "学位证书认证报告",
            Page.DiplomaReport => "学历证书认证报告",
            Page.ForeignCredentialReport => "国外学历学位认证书",
            Page.PartySchoolQueryResult => "党校学历查询认证结果",
            _ => "教育部学历证书电子注册备案表",
        };
        ink.Centred(title, 105, 38, 10);
        ink.Text("更新日期：2023年3月1日", 132, 55, 4.2f);
        var graduated = holder.Born.Year + 23;
        (string Label, string Value)[] rows =
        [
            ("姓　　名", holder.Name),
            ("性　　别", holder.Sex),
            ("出生日期", Holder.InWords(holder.Born.Year, holder.Born.Month)),
            ("入学日期", Holder.InWords(graduated - 4, 9)),
            ("毕业日期", Holder.InWords(graduated, 6)),
            ("学校名称", holder.School),
            ("专　　业", holder.Major),
            ("学　　制", "四年"),
            ("层　　次", "本科"),
            ("学习形式", "普通全日制"),
            ("毕（结）业", "毕业"),
            ("证书编号", $"{holder.CertificateNumber}"),
        ];
        for (var i = 0; i < rows.Length; i++)
        {
            var y = 62 + (i * 11);
            ink.Line(22, y, i is > 0 and < 5 ? 150 : 188, y);
            ink.Text(rows[i].Label, 28, y + 5.5f, 4.6f);
            ink.Text(rows[i].Value, 62, y + 5.5f, 4.6f);
        }
        ink.Box(new SKRect(22, 62, 188, 62 + (rows.Length * 11)), 0.4f);
        ink.Line(56, 62, 56, 62 + (rows.Length * 11));
        ink.Line(150, 62, 150, 117);
        Portrait(ink, look.Seed, new SKRect(152, 66, 186, 111));
        ink.Text("在线验证码　A7KQ2M9XW4TR8BHC", 26, 208, 4.6f);
        var place = new SKRect(26, 218, 60, 252);
        Qr(ink.Canvas, look.QrText ?? "smudged beyond reading", place);
        Smudge(ink.Canvas, place, look.QrText is null ? BeyondReading : look.Smudges, new Random(look.Seed));
        ink.Paragraph(
            "本表依据《高等学校学生学籍学历电子注册办法》对学历证书电子注册复核备案。内容验证办法：登录学信网在线验证系统，输入在线验证码，或用手机扫描二维码。在线验证有效期由报告持有者设置。",
            68,
            221,
            116,
            4
        );
        if (look.Sealed)
        {
            ink.Seal("学历认证专用章", 158, 258, 18, look.SealInk);
        }
    }

    private static void Frame(Ink ink, float width, float height)
    {
        using var paper = new SKPaint { Color = new SKColor(251, 243, 222) };
        ink.Canvas.DrawRect(14, 14, width - 28, height - 28, paper);
        for (var i = 0; i < 3; i++)
        {
            var inset = 12 + (i * 1.6f);
            using var gold = new SKPaint
            {
                Style = SKPaintStyle.Stroke,
                StrokeWidth = i == 1 ? 1.4f : 0.4f,
                Color = new SKColor(186, 146, 62),
                IsAntialias = true,
            };
            ink.Canvas.DrawRect(inset, inset, width - (2 * inset), height - (2 * inset), gold);
        }
    }

    public static void Portrait(Ink ink, int seed, SKRect place)
    {
        using var bitmap = PortraitDrawing.Draw(
            new()
            {
                Seed = seed,
                Width = 300,
                Height = 400,
                Background = new(196, 218, 240),
            }
        );
        using var image = SKImage.FromBitmap(bitmap);
        ink.Canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }

    private static void Qr(SKCanvas canvas, string text, SKRect place)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var size = place.Width / modules.Count;
        using var paint = new SKPaint { Color = Ink.Black };
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                {
                    canvas.DrawRect(place.Left + (x * size), place.Top + (y * size), size, size, paint);
                }
            }
        }
    }

    private static void Smudge(SKCanvas canvas, SKRect place, int blots, Random random)
    {
        using var paint = new SKPaint { Color = new SKColor(70, 66, 70), IsAntialias = true };
        for (var i = 0; i < blots; i++)
        {
            canvas.DrawOval(
                place.Left + (float)(random.NextDouble() * place.Width),
                place.Top + (float)(random.NextDouble() * place.Height),
                4,
                3,
                paint
            );
        }
    }
}
