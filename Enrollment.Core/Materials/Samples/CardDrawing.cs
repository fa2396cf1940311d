using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>Draws identity cards on a sheet, as nobody's.</summary>
internal static class CardDrawing
{
    public static void Draw(Ink ink, ScanLook look, Holder holder)
    {
        if (look.Page is Page.CardBothSides or Page.CardPortraitSide)
        {
            var card = Card(ink, look.Page == Page.CardBothSides ? 62 : 100);
            string[] lines =
            [
                $"姓　名　{holder.Name}",
                $"性　别　{holder.Sex}　　民　族　汉",
                $"出　生　{holder.Born.Year} 年 {holder.Born.Month} 月 {holder.Born.Day} 日",
                "住　址　滨海市东城区人民路",
                $"　　　　{(look.Seed % 200) + 1}号3栋401室",
            ];
            for (var i = 0; i < lines.Length; i++)
            {
                ink.Text(lines[i], card.Left + 5, card.Top + 8 + (i * 7), 3.2f);
            }
            // A region code that was never given out, so that the number is nobody's.
            ink.Text($"公民身份号码　999999{holder.Born:yyyyMMdd}0000", card.Left + 5, card.Bottom - 6, 3.6f);
            PageDrawing.Portrait(
                ink,
                look.Seed,
                new SKRect(card.Right - 29, card.Top + 6, card.Right - 5, card.Top + 38)
            );
        }
        if (look.Page is Page.CardBothSides or Page.CardEmblemSide)
        {
            var card = Card(ink, look.Page == Page.CardBothSides ? 160 : 100);
            ink.Seal("", card.Left + 14, card.Top + 15, 9);
            ink.Text("中华人民共和国", card.Left + 30, card.Top + 11, 6);
            ink.Text("居民身份证", card.Left + 31, card.Top + 23, 8);
            ink.Text("签发机关　滨海市公安局东城分局", card.Left + 16, card.Bottom - 15, 3.2f);
            ink.Text("有效期限　2016.08.12—2036.08.12", card.Left + 16, card.Bottom - 8, 3.2f);
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
}
