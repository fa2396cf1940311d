using System.Net;
using System.Text;
using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>How the simulator tells of a payment.</summary>
internal enum Notifying
{
    AtOnce,
    Twice,

    /// <summary>After twenty seconds: a query is likely to be first.</summary>
    Late,

    /// <summary>A forged one and one of a wrong amount come first.</summary>
    ForgedFirst,

    /// <summary>Only a query finds it.</summary>
    Never,
}

/// <summary>What a payer sees on the phone, in the demo: amount, order, and a button that pays.</summary>
internal static class PayPage
{
    private static readonly (Notifying How, string Words)[] Choices =
    [
        (Notifying.AtOnce, "立即通知"),
        (Notifying.Twice, "重复通知两次"),
        (Notifying.Late, "20 秒后才通知"),
        (Notifying.ForgedFirst, "先来一次伪造通知和一次错误金额通知"),
        (Notifying.Never, "不通知（只能由系统查询）"),
    ];

    public static Notifying NotifyingOf(string? name) =>
        Enum.TryParse<Notifying>(name, out var how) ? how : Notifying.AtOnce;

    public static string Of(SimulatedTrade trade, DateTimeOffset now)
    {
        var (name, colour) = trade.Method switch
        {
            PaymentMethod.WeChat => ("微信支付", "#087f43"),
            PaymentMethod.Alipay => ("支付宝", "#0b5ed7"),
        };
        var page = new StringBuilder();
        page.Append(
            $$"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{name}}（模拟）</title>
            <style>
              :root { --brand: {{colour}}; }
              * { box-sizing: border-box; }
              body { margin: 0; background: #f3f4f6; color: #1f2329; font: 16px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
              main { max-width: 26rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
              .banner { background: #fff7e6; border: 1px solid #f5c26b; border-radius: .5rem; padding: .5rem .75rem; font-size: .9rem; color: #7a4b00; }
              .card { background: #fff; border-radius: .75rem; padding: 1.75rem 1.25rem; margin-top: 1rem; box-shadow: 0 1px 3px rgb(0 0 0 / .08); }
              h1 { margin: 0 0 1.25rem; font-size: 1.1rem; color: var(--brand); text-align: center; }
              .amount { text-align: center; font-size: 2.6rem; font-weight: 600; margin: 0 0 1.25rem; font-variant-numeric: tabular-nums; }
              .amount small { font-size: 1.4rem; margin-right: .15rem; }
              dl { margin: 0 0 1.5rem; display: grid; grid-template-columns: 4.5rem 1fr; gap: .5rem .75rem; font-size: .95rem; }
              dt { color: #646a73; } dd { margin: 0; overflow-wrap: anywhere; }
              button { width: 100%; border: 0; border-radius: .5rem; padding: .8rem; font: inherit; font-size: 1.1rem; color: #fff; background: var(--brand); cursor: pointer; }
              button:focus-visible, select:focus-visible, summary:focus-visible { outline: 3px solid #1f2329; outline-offset: 2px; }
              details { margin-top: 1rem; font-size: .95rem; } summary { cursor: pointer; color: #646a73; }
              select { width: 100%; margin-top: .5rem; padding: .5rem; font: inherit; border: 1px solid #c9cdd4; border-radius: .4rem; background: #fff; }
              .state { text-align: center; font-size: 1.3rem; font-weight: 600; margin: 0 0 .5rem; } .ok { color: var(--brand); }
              .hint { text-align: center; color: #646a73; margin: 0; }
            </style>
            </head>
            <body><main>
            <p class="banner">这是演示用的模拟支付页面，不会产生真实扣款。</p>
            <section class="card">
            <h1>{{name}}（模拟）</h1>
            <p class="amount"><small>¥</small>{{PaymentWords.Yuan(trade.AmountFen)}}</p>
            <dl>
              <dt>商品</dt><dd>{{WebUtility.HtmlEncode(trade.Subject)}}</dd>
              <dt>商户单号</dt><dd>{{trade.OrderNo}}</dd>
              <dt>有效期至</dt><dd>{{trade.ExpiresAt.ToOffset(ChinaTime.Offset):HH:mm:ss}}</dd>
            </dl>
            """
        );
        page.Append(
            trade switch
            {
                { State: TradeState.Paid } =>
                    $"""<p class="state ok" role="status">支付成功</p><p class="hint">交易单号 {trade.Payments[0].TransactionNo}</p>""",
                { State: TradeState.Closed } =>
                    """<p class="state" role="status">订单已关闭</p><p class="hint">请让工作人员重新出示二维码。</p>""",
                _ when now >= trade.ExpiresAt =>
                    """<p class="state" role="status">二维码已过期</p><p class="hint">请让工作人员重新出示二维码。</p>""",
                _ => Form(),
            }
        );
        return page.Append("</section></main></body></html>").ToString();
    }

    private static string Form()
    {
        var choices = Choices.Select(one => $"<option value=\"{one.How}\">{one.Words}</option>");
        return $"""
            <form method="post">
            <button type="submit">确认支付</button>
            <details><summary>演示异常情况</summary>
            <label>付款后怎样通知本系统
            <select name="notifying">{string.Concat(choices)}</select>
            </label></details>
            </form>
            """;
    }
}
