namespace Enrollment.Operation;

/// <summary>What each alarm is called, means, and asks of the operator.</summary>
public static class AlarmWords
{
    public static Words TitleOf(AlarmCode code) =>
        code switch
        {
            AlarmCode.StoreNotWritable => new("数据不能写入", "The store can't be written"),
            AlarmCode.DiskNearlyFull => new("磁盘空间不足", "The disk is nearly full"),
            AlarmCode.BackupMissing => new("没有按时备份", "No recent backup"),
            AlarmCode.ClockBehind => new("服务器时钟慢了", "The server's clock is behind"),
            AlarmCode.WorkOverdue => new("到期的工作没有办理", "Due work is not being done"),
            AlarmCode.EffectsStuck => new("有任务被搁置", "Work was set aside"),
            AlarmCode.TextGatewayUnreachable => new("短信网关不通", "The text gateway does not answer"),
            AlarmCode.PaymentsUnreachable => new("支付平台不通", "A payment provider does not answer"),
            AlarmCode.TextsFailing => new("短信发送失败较多", "Texts are failing"),
            AlarmCode.ReceiptsMissing => new("有考生没有收到确认短信", "Confirmations without a receipt"),
            AlarmCode.RefundsDue => new("有款项待退", "Refunds are waiting"),
            AlarmCode.StatementDifferences => new("缴费与平台账单不符", "The ledger differs from the statement"),
            AlarmCode.ErasuresDue => new("有个人信息保存期满", "Personal data is due for deletion"),
        };

    public static Words MeaningOf(AlarmCode code) =>
        code switch
        {
            AlarmCode.StoreNotWritable => new(
                "数据库或存储拒绝写入。考生暂时不能保存和提交；已确认的操作没有丢失。",
                "The database or its disk refuses writes. Nobody can save or submit; nothing acknowledged is lost."
            ),
            AlarmCode.DiskNearlyFull => new(
                "数据所在磁盘剩余空间不多，写满后不能再保存和上传。",
                "Little is left on the disk of the data; when it is full nothing can be saved or uploaded."
            ),
            AlarmCode.BackupMissing => new(
                "超过规定时间没有完成备份。这台机器现在损坏，上次备份以后的报名会丢失。",
                "No backup was finished in the time set. If this machine broke now, everything since the last one would be lost."
            ),
            AlarmCode.ClockBehind => new(
                "机器的时间比已记录的最近一次操作还早。系统按已记录的时间继续，期限不会因此放宽，但提醒和到期会停住。",
                "The machine's time lies before the latest recorded act. Deadlines do not reopen, but reminders and lapses stand still."
            ),
            AlarmCode.WorkOverdue => new(
                "应发的短信、提醒、逾期处理等到期没有办理。",
                "Texts, reminders or lapses are due and have not been carried out."
            ),
            AlarmCode.EffectsStuck => new(
                "有短信或退款等任务多次失败，或不知结果，系统不再自动重试。",
                "A text, refund or other work failed too often, or ended unknown; it is not tried again by itself."
            ),
            AlarmCode.TextGatewayUnreachable => new(
                "最近几次调用短信网关都没有得到回答。考生收不到登录验证码和通知。",
                "The latest calls to the text gateway had no answer. Candidates get no sign-in codes and no notices."
            ),
            AlarmCode.PaymentsUnreachable => new(
                "最近几次调用微信或支付宝都没有得到回答。现场暂时不能出示收款码，已付的款不会丢失。",
                "The latest calls to WeChat Pay or Alipay had no answer. The desk can show no code; money already paid is not lost."
            ),
            AlarmCode.TextsFailing => new(
                "24小时内有多条短信失败或状态不明。",
                "Several texts of the last 24 hours failed or ended unknown."
            ),
            AlarmCode.ReceiptsMissing => new(
                "确认短信没有送达，填报期限没有开始。",
                "The confirmation text did not arrive, so the days to submit have not begun."
            ),
            AlarmCode.RefundsDue => new(
                "收到了重复缴费、订单关闭后到账等不属于报名费的款项。",
                "Money came that is not the fee: paid twice, after closing, or not awaited."
            ),
            AlarmCode.StatementDifferences => new(
                "系统自动核对前一天的平台账单，有不一致的款项。",
                "The system compared yesterday's statements by itself, and they do not agree with the ledger."
            ),
            AlarmCode.ErasuresDue => new(
                "报名季结束后规定的保存期已满，依照个人信息处理告知应当删除。",
                "The time for which data may be kept after a season is over; the privacy notice promises its deletion."
            ),
        };

    public static Words AdviceOf(AlarmCode code) =>
        code switch
        {
            AlarmCode.StoreNotWritable => new(
                "请运维人员查看日志中的原因（磁盘已满、权限、损坏），处理后运行 verify。",
                "See the log for the reason (full, permissions, damage), mend it, then run verify."
            ),
            AlarmCode.DiskNearlyFull => new(
                "清理或扩充磁盘；备份不要放在同一磁盘。",
                "Free or add space; keep backups on another disk."
            ),
            AlarmCode.BackupMissing => new(
                "检查备份定时任务，手工运行一次 backup。",
                "Check the backup timer, and run backup once by hand."
            ),
            AlarmCode.ClockBehind => new("校准服务器时间（NTP）。", "Set the clock, and see that NTP runs."),
            AlarmCode.WorkOverdue => new(
                "先看是否同时有短信或支付平台不通；否则重启服务，并查看日志。",
                "See whether a line is down as well; otherwise restart the service and read its log."
            ),
            AlarmCode.EffectsStuck => new(
                "在“短信”页重发失败和不明的短信，在“待退款”页处理退款。",
                "Send failed and unknown texts again on the Texts page; see to refunds on the Refunds page."
            ),
            AlarmCode.TextGatewayUnreachable => new(
                "检查网络、短信平台的余额和密钥；急需登录的考生可由现场发一次性登录码。",
                "Check the network, and the gateway's balance and keys; who must sign in now can be given a one-time code."
            ),
            AlarmCode.PaymentsUnreachable => new(
                "检查网络、证书有效期；等候的考生可稍后再付，不要重复出单。",
                "Check the network and the certificates; let candidates wait rather than open further orders."
            ),
            AlarmCode.TextsFailing => new(
                "在“短信”页看失败原因，更正手机号后重发；同一原因大量出现时联系短信平台。",
                "Read the reasons on the Texts page, correct phones and send again; ask the gateway when many say the same."
            ),
            AlarmCode.ReceiptsMissing => new(
                "在“报名”页筛选“需关注”，电话核对手机号，更正后短信会重新发送。",
                "Filter the applications that need attention, call, and correct the phone; the text goes out anew."
            ),
            AlarmCode.RefundsDue => new(
                "请现场工作人员在“待退款”页退还，或认作报名费。",
                "Have the desk pay back, or count it as the fee, on the Refunds page."
            ),
            AlarmCode.StatementDifferences => new(
                "在“对账”页打开那一天，逐笔核对。",
                "Open that day on the Reconciliation page and go through it."
            ),
            AlarmCode.ErasuresDue => new(
                "在本页下方“个人信息保存期满”一栏先看会删除多少人，导出需要留存的缴费表，再确认删除。",
                "See at the foot of this page who would be erased, export what accounting keeps, then confirm."
            ),
        };
}
