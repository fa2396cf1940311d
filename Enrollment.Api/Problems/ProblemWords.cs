namespace Enrollment.Api.Problems;

/// <summary>The API's own problems in both languages. <c>{0}</c> is the argument: a place, a limit.</summary>
public static class ProblemWords
{
    public static string Of(ProblemCode code, string? argument, Language language) =>
        Template(code).In(language).Replace("{0}", argument ?? "", StringComparison.Ordinal);

    private static Words Template(ProblemCode code) =>
        code switch
        {
            ProblemCode.BadJson => new("请求内容不是有效的 JSON（{0}）。", "The body is not valid JSON ({0})."),
            ProblemCode.BadValue => new(
                "有内容的格式不正确，请按提示修改。",
                "A value has the wrong form. Please mend what is listed."
            ),
            ProblemCode.BadRequest => new("请求不完整或格式不正确。", "The request is incomplete or malformed."),
            ProblemCode.UnsupportedMediaType => new(
                "请求内容的类型不受支持，应为 JSON。",
                "The body's type is not supported; it must be JSON."
            ),
            ProblemCode.BodyTooLarge => new(
                "提交的内容过大，最多 {0}。",
                "The body is too large; at most {0} are taken."
            ),
            ProblemCode.NotFound => new("没有找到所请求的内容。", "There is no such thing here."),
            ProblemCode.UnknownSlot => new("没有“{0}”这个上传栏。", "There is no slot “{0}”."),
            ProblemCode.MethodNotAllowed => new("此地址不支持这种操作。", "This address does not take that method."),
            ProblemCode.NotSignedIn => new(
                "尚未登录，或登录已过期，请重新登录。",
                "You are not signed in, or the session is over. Please sign in again."
            ),
            ProblemCode.SignInFailed => new(
                "登录未成功：验证码或用户名、密码不正确，或已失效。连续多次输错会暂时锁定，请稍候再试。",
                "Sign-in failed: the code, or the user name or password, is wrong or no longer valid. Repeated failures lock it for a while."
            ),
            ProblemCode.NotPermitted => new(
                "您没有进行此操作的权限。",
                "Your account does not have the role that this needs."
            ),
            ProblemCode.CrossSite => new(
                "请求不是从本系统的页面发出的，已拒绝。",
                "The request did not come from a page of this system and was refused."
            ),
            ProblemCode.CodeTooSoon => new(
                "验证码一分钟内只能获取一次，请稍候再试；收不到短信的，请检查手机是否启用了短信拦截功能。",
                "A code can be requested once a minute. If none arrives, check whether the phone intercepts text messages."
            ),
            ProblemCode.CodeTooMany => new(
                "今天获取验证码的次数已达上限，请明天再试，或联系工作人员。",
                "No more codes can be requested today. Please try tomorrow, or contact the staff."
            ),
            ProblemCode.TooManyRequests => new(
                "操作过于频繁，请稍候再试。",
                "Too many requests. Please wait a moment."
            ),
            ProblemCode.SetupClosed => new(
                "初始化链接无效：管理员已经建立，或链接不是本次启动时给出的。",
                "The setup link is not valid: an administrator exists, or it is not the one printed at this start."
            ),
            ProblemCode.UserNameTaken => new("这个用户名已被使用。", "This user name is taken."),
            ProblemCode.ChangedElsewhere => new(
                "别人已修改并保存，请重新读取后再改。",
                "Somebody else has saved a change. Read again before you change it."
            ),
            ProblemCode.WrongPassword => new("当前密码不正确。", "The current password is not right."),
            ProblemCode.ProviderSignInFailed => new(
                "统一身份认证未成功，请重试或联系管理员。",
                "Signing in by the identity provider failed. Try again, or ask an administrator."
            ),
            ProblemCode.IfMatchMissing => new(
                "保存报名信息须带 If-Match，值为读取时的版本。",
                "Saving the form needs If-Match with the revision that was read."
            ),
            ProblemCode.NoSeason => new("报名尚未开始。", "No season has been opened yet."),
            ProblemCode.PaymentMethodUnavailable => new(
                "本系统没有开通{0}，请选择其他方式，或手工录入缴费。",
                "{0} is not set up here. Please choose another way, or enter the payment by hand."
            ),
            ProblemCode.ProviderUnreachable => new(
                "暂时连不上支付平台，结果还不知道；请稍候再查询，不要让考生重复付款。",
                "The payment provider can't be reached, so the result is not known yet. Ask again in a moment, and let nobody pay twice."
            ),
            ProblemCode.StoreUnavailable => new(
                "系统暂时无法保存或读取数据，请稍候再试。",
                "The store can't be used at the moment. Please try again later."
            ),
            ProblemCode.InternalError => new(
                "系统出现错误，已记录；本次操作没有完成，请稍候再试。",
                "Something went wrong here and has been recorded. The request was not completed; please try again later."
            ),
        };
}
