using QRCoder;
using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>Draws the pages that candidates scan, as nobody's: certificates, cards, documents and records.</summary>
internal static class PageDrawing
{
    private const string Unit = "滨海市人民政府办公室";
    private const string University = "东江大学";

    /// <summary>Millimetres of the sheet as it lies upright; certificates and cards lie on theirs as they are read.</summary>
    public static SKSize SizeOf(Page page) =>
        page is Page.Diploma or Page.DegreeCertificate or Page.LetterOfAppointment ? new(297, 210) : new(210, 297);

    public static void Draw(Ink ink, ScanLook look, Random random)
    {
        switch (look.Page)
        {
            case Page.CardBothSides or Page.CardPortraitSide or Page.CardEmblemSide:
                IdentityCard(ink, look.Page, random);
                break;
            case Page.Diploma or Page.DegreeCertificate or Page.LetterOfAppointment:
                Certificate(ink, look, random);
                break;
            case Page.RegistrationRecord
            or Page.DiplomaReport
            or Page.DegreeReport
            or Page.ForeignCredentialReport
            or Page.PartySchoolQueryResult:
                Record(ink, look, random);
                break;
            default:
                Document(ink, look);
                break;
        }
    }

    private static void Certificate(Ink ink, ScanLook look, Random random)
    {
        Frame(ink, 297, 210);
        var title = look.Page switch
        {
            Page.DegreeCertificate => "硕士学位证书",
            Page.LetterOfAppointment => "聘　书",
            _ => "毕业证书",
        };
        ink.Centred(title, look.Page == Page.LetterOfAppointment ? 148 : 175, 40, 17, new SKColor(160, 30, 36));
        if (look.Page != Page.LetterOfAppointment)
        {
            Portrait(ink, look.Seed, new SKRect(28, 48, 66, 98));
        }
        ink.Paragraph(
            "学生张建国，性别男，一九八六年五月二十三日生，于二〇〇五年九月至二〇〇九年六月在本校行政管理专业四年制本科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
            82,
            70,
            190,
            8.5f
        );
        ink.Text("校（院）长：", 160, 150, 7);
        ink.Signature(200, 151, 34);
        ink.Text($"证书编号：10{random.NextInt64(10_000_000_000, 99_999_999_999)}", 24, 178, 5);
        ink.Text("二〇〇九年六月三十日", 178, 178, 6.5f);
        if (look.Sealed)
        {
            ink.Seal(University + "学位评定委员会", 232, 160, 22);
        }
    }

    private static void Document(Ink ink, ScanLook look)
    {
        if (look.Page is Page.SignaturePage or Page.NamePage or Page.ContentPage)
        {
            var end = ink.Paragraph(
                "经研究，决定：张建国同志任市人民政府办公室综合一科科长，试用期一年；李文华同志任市发展和改革委员会规划科副科长；王志强同志任市财政局预算科副主任科员，免去其原任职务。以上同志的任职时间从本文件印发之日起计算。",
                28,
                40,
                156,
                6
            );
            ink.Paragraph("特此通知，请遵照执行。", 28, end + 6, 156, 6);
        }
        else
        {
            ink.Centred(Unit + "文件", 105, 45, 13, Ink.SealRed);
            ink.Centred("滨政办任〔２０２１〕３７号", 105, 66, 6);
            ink.Line(26, 76, 184, 76, 0.9f, Ink.SealRed);
            ink.Centred("关于张建国等同志职务任免的通知", 105, 94, 8);
            var end = ink.Paragraph(
                "各县（市、区）人民政府，市政府各部门、各直属机构：根据工作需要，经市委组织部考察，市人民政府研究决定，对下列同志的职务予以任免，现将有关事项通知如下，请各有关单位及时办理工作交接手续。",
                28,
                112,
                156,
                6
            );
            ink.Paragraph(
                "一、张建国同志任综合一科科长。二、李文华同志任规划科副科长，试用期一年。",
                28,
                end + 3,
                156,
                6
            );
        }
        ink.Text("（此页无正文）", 30, 206, 6);
        ink.Text(Unit, 112, 226, 6);
        ink.Text("二〇二一年四月十六日", 112, 238, 6);
        ink.Line(26, 268, 184, 268);
        ink.Text("抄送：市委办公室，市人大常委会办公室，市政协办公室。", 28, 274, 4.5f);
        if (look.Sealed)
        {
            ink.Seal(Unit, 142, 228);
        }
    }

    private static void Record(Ink ink, ScanLook look, Random random)
    {
        var title = look.Page switch
        {
            Page.DegreeReport => "学位证书认证报告",
            Page.DiplomaReport => "学历证书认证报告",
            Page.ForeignCredentialReport => "国外学历学位认证书",
            Page.PartySchoolQueryResult => "学历查询认证结果",
            _ => "教育部学历证书电子注册备案表",
        };
        ink.Centred(title, 105, 38, 10);
        ink.Text("更新日期：２０２３年３月１日", 118, 54, 4.2f);
        string[] labels =
        [
            "姓名　　张建国",
            "性别　　男",
            "出生日期　一九八六年五月二十三日",
            "入学日期　二〇〇五年九月一日",
            "毕（结）业日期　二〇〇九年六月三十日",
            "学校名称　" + University,
            "专业　　行政管理",
            "学制　　四年",
            "层次　　本科",
            "学习形式　普通全日制",
            "毕（结）业　毕业",
            "校（院）长姓名　陈国栋",
        ];
        for (var i = 0; i < labels.Length; i++)
        {
            var y = 62 + (i * 11);
            ink.Line(22, y, i < 5 ? 150 : 188, y);
            ink.Text(labels[i], 26, y + 5.5f, 4.6f);
        }
        ink.Box(new SKRect(22, 62, 188, 62 + (labels.Length * 11)), 0.4f);
        ink.Line(56, 62, 56, 62 + (labels.Length * 11));
        Portrait(ink, look.Seed, new SKRect(153, 64, 186, 108));
        ink.Text($"证书编号：10{random.NextInt64(10_000_000_000, 99_999_999_999)}", 26, 202, 4.6f);
        ink.Text("在线验证码", 26, 214, 4.6f);
        if (look.QrText is { } text)
        {
            Qr(ink.Canvas, text, new SKRect(26, 220, 60, 254));
        }
        else
        {
            Smudge(ink.Canvas, new SKRect(26, 220, 60, 254), random);
        }
        ink.Paragraph(
            "备案表依据《高等学校学生学籍学历电子注册办法》对学历证书电子注册复核备案。本表内容验证办法：登录学信网在线验证系统，输入在线验证码，或用手机扫描二维码。在线验证有效期由报告持有者设置。",
            68,
            222,
            116,
            3.8f
        );
        if (look.Sealed)
        {
            ink.Seal("学生信息咨询与就业指导中心", 150, 258, 19);
        }
    }

    private static void IdentityCard(Ink ink, Page page, Random random)
    {
        if (page is Page.CardBothSides or Page.CardPortraitSide)
        {
            var card = Card(ink, page == Page.CardBothSides ? 62 : 100);
            string[] lines =
            [
                "姓　名　张建国",
                "性　别　男　　民　族　汉",
                "出　生　１９８６年５月２３日",
                "住　址　滨海市东城区人民路",
                "　　　　１２６号３栋４０１室",
            ];
            for (var i = 0; i < lines.Length; i++)
            {
                ink.Text(lines[i], card.Left + 5, card.Top + 8 + (i * 7), 3.2f);
            }
            ink.Text("公民身份号码　　１１０１０１１９８６０５２３００１Ｘ", card.Left + 5, card.Bottom - 6, 3);
            Portrait(ink, random.Next(), new SKRect(card.Right - 29, card.Top + 6, card.Right - 5, card.Top + 38));
        }
        if (page is Page.CardBothSides or Page.CardEmblemSide)
        {
            var card = Card(ink, page == Page.CardBothSides ? 160 : 100);
            ink.Seal("★★★★★", card.Left + 14, card.Top + 15, 9);
            ink.Text("中华人民共和国", card.Left + 30, card.Top + 11, 6);
            ink.Text("居民身份证", card.Left + 31, card.Top + 23, 8);
            ink.Text("签发机关　滨海市公安局东城分局", card.Left + 16, card.Bottom - 15, 3.2f);
            ink.Text("有效期限　２０１６０８１２－２０３６０８１２", card.Left + 16, card.Bottom - 8, 3.2f);
        }
    }

    private static SKRect Card(Ink ink, float top)
    {
        var card = SKRect.Create(62, top, 85.6f, 54);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Shader = SKShader.CreateLinearGradient(
                new(card.Left, card.Top),
                new(card.Right, card.Bottom),
                [new SKColor(214, 232, 240), new SKColor(240, 226, 230), new SKColor(216, 230, 222)],
                SKShaderTileMode.Clamp
            ),
        };
        ink.Canvas.DrawRoundRect(card, 3.2f, 3.2f, paint);
        return card;
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

    private static void Portrait(Ink ink, int seed, SKRect place)
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

    private static void Smudge(SKCanvas canvas, SKRect place, Random random)
    {
        Qr(canvas, "smudged beyond reading", place);
        using var paint = new SKPaint { Color = new SKColor(70, 66, 70), IsAntialias = true };
        for (var i = 0; i < 26; i++)
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
