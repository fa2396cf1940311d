namespace Enrollment.Materials;

/// <summary>A finding as a candidate reads it: what is wrong with the image, and how to mend it.</summary>
public sealed record FindingText(string Message, string Mend);

/// <summary>The words of every finding in both languages, in this one place (R9).</summary>
public static class FindingWords
{
    public static FindingText Of(Finding finding, Language language) =>
        language switch
        {
            Language.Chinese => Chinese(finding.Code, finding.Measured, finding.Required),
            Language.English => English(finding.Code, finding.Measured, finding.Required),
        };

    private static FindingText Chinese(FindingCode code, string measured, string required) =>
        code switch
        {
            FindingCode.NotJpeg => new(
                $"文件不是 JPEG 格式（实际为 {measured}）。",
                "请重新扫描并保存为 JPEG，或用看图软件“另存为”JPEG；只改扩展名无效。"
            ),
            FindingCode.Corrupt => new(
                $"文件已损坏或不完整，无法打开（{measured}）。",
                "请在电脑上确认图片能正常打开后重新上传；不能打开的，请重新扫描。"
            ),
            FindingCode.TooFewBytes => new(
                $"文件大小 {measured}，小于要求的 {required}。",
                "保存 JPEG 时选择较高质量，或提高扫描分辨率后重新扫描；不要放大照片。"
            ),
            FindingCode.TooManyBytes => new(
                $"文件大小 {measured}，超过要求的 {required}。",
                "保存 JPEG 时适当降低质量；分辨率较高的扫描件可改用 200—300DPI 重新扫描。"
            ),
            FindingCode.TooFewPixels => new(
                $"照片尺寸 {measured}，小于要求的 {required}。",
                "请使用照相馆提供的原始数码照片，不要使用截图、缩略图或放大的照片。"
            ),
            FindingCode.TooManyPixels => new(
                $"图片尺寸 {measured}，超过系统上限 {required}。",
                "请将扫描分辨率设为 200—300DPI 后重新扫描。"
            ),
            FindingCode.WrongRatio => new(
                $"照片尺寸 {measured}，宽高比应为 {required}。",
                "请按 3:4 裁剪照片，裁剪时不要拉伸变形。"
            ),
            FindingCode.NotColour => new(
                "图片是黑白或灰度的，要求彩色。",
                "请将扫描仪设为“彩色”后重新扫描原件；证件照请使用彩色照片。"
            ),
            FindingCode.LowResolution => new(
                $"扫描分辨率约 {measured}，要求 {required}。",
                "请将扫描仪设为 300DPI 重新扫描；小幅原件可用 600DPI，或放在 A4 幅面上扫描。"
            ),
            FindingCode.BackgroundNotWhite => new(
                $"照片背景可能不是均匀白色（{measured}，要求 {required}）。",
                "请使用白色背景的标准证件照；系统不会替换背景，请勿自行涂改。"
            ),
            FindingCode.Tilted => new(
                $"页面可能倾斜（约 {measured}，要求 {required}）。",
                "请将原件紧贴扫描仪边缘放正后重新扫描。"
            ),
            FindingCode.Sideways => new(
                $"页面可能横置或倒置（{measured}，应为{required}）。",
                "请将图片旋转到文字正立后重新保存上传。"
            ),
            FindingCode.Blurred => new(
                $"图片可能模糊（清晰度 {measured}，要求 {required}）。",
                "请擦净扫描仪玻璃、压平原件后重新扫描，不要用手机翻拍。"
            ),
            FindingCode.IncompletePage => new(
                $"页面可能不完整（{measured}，要求 {required}）。",
                "请把整页原件放入扫描范围，四边都露出后重新扫描。"
            ),
            FindingCode.SealMissing => new(
                $"没有找到红色印章（{measured}，要求 {required}）。",
                "请确认原件已盖章，并用彩色模式扫描盖章的一页；此页确实无章的，请说明。"
            ),
            FindingCode.QrUnreadable => new(
                $"无法识别验证二维码（{measured}，要求 {required}）。",
                "请上传从学信网下载的备案表原图，或以 300DPI 重新扫描，保证二维码清晰、无折痕。"
            ),
            FindingCode.QrWrongHost => new(
                $"二维码的内容是 {measured}，应为 {required}。",
                "请在学信网重新申请备案表或认证报告后上传，并核对所填的在线验证码。"
            ),
            FindingCode.ValidityTooShort => new(
                $"在线验证有效期到 {measured}，应不早于 {required}。",
                "请在学信网延长在线验证有效期（设置为 180 天）后重新填写有效期。"
            ),
            FindingCode.TooOld => new(
                $"照片拍摄于 {measured}，应为 {required} 以后拍摄。",
                "请上传近期（6个月内）拍摄的证件照。"
            ),
            FindingCode.DuplicateImage => new(
                $"这张图片与已上传的图片相同（{measured}）。",
                "请检查是否选错文件，删除重复的一张或换成正确的页面。"
            ),
            FindingCode.HeaderDensityDiffers => new(
                $"文件中记录的分辨率为 {measured}，与按纸张计算的 {required} 不符。",
                "请上传扫描仪直接生成的文件；经过缩放或放大的，请重新扫描。"
            ),
        };

    private static FindingText English(FindingCode code, string measured, string required) =>
        code switch
        {
            FindingCode.NotJpeg => new(
                $"The file is not a JPEG ({measured}).",
                "Scan it again and save it as JPEG, or use “Save as” in an image program; renaming the file does not convert it."
            ),
            FindingCode.Corrupt => new(
                $"The file is damaged or incomplete ({measured}).",
                "Check that the image opens on your computer and upload it again; if it does not open, scan it again."
            ),
            FindingCode.TooFewBytes => new(
                $"The file has {measured}; required are {required}.",
                "Save the JPEG at a higher quality, or scan at a higher resolution; do not enlarge a photo."
            ),
            FindingCode.TooManyBytes => new(
                $"The file has {measured}; required are {required}.",
                "Save the JPEG at a lower quality, or scan at 200–300 DPI."
            ),
            FindingCode.TooFewPixels => new(
                $"The photo has {measured}; required are {required}.",
                "Use the original file from the photographer, not a screenshot, a thumbnail or an enlarged photo."
            ),
            FindingCode.TooManyPixels => new(
                $"The image has {measured}; the system takes {required}.",
                "Scan again at 200–300 DPI."
            ),
            FindingCode.WrongRatio => new(
                $"The photo has {measured}; width to height must be {required}.",
                "Crop the photo to 3 : 4 without stretching it."
            ),
            FindingCode.NotColour => new(
                "The image is black and white or grey; colour is required.",
                "Set the scanner to colour and scan the original again; use a colour photo."
            ),
            FindingCode.LowResolution => new(
                $"The scan has about {measured}; required is {required}.",
                "Scan again at 300 DPI; small originals at 600 DPI or on an A4 sheet."
            ),
            FindingCode.BackgroundNotWhite => new(
                $"The background may not be plain white ({measured}; required {required}).",
                "Use a standard ID photo taken before a white background; do not paint over it."
            ),
            FindingCode.Tilted => new(
                $"The page may be tilted (by about {measured}; required {required}).",
                "Lay the original against the edge of the scanner and scan it again."
            ),
            FindingCode.Sideways => new(
                $"The page may lie on its side or upside down ({measured}; required {required}).",
                "Turn the image until its text stands upright, save it and upload it again."
            ),
            FindingCode.Blurred => new(
                $"The image may be blurred (sharpness {measured}; required {required}).",
                "Clean the scanner's glass, flatten the original and scan again; do not photograph it."
            ),
            FindingCode.IncompletePage => new(
                $"The page may be incomplete ({measured}; required {required}).",
                "Place the whole page inside the scanning area so that all four edges show, and scan again."
            ),
            FindingCode.SealMissing => new(
                $"No red seal was found ({measured}; required {required}).",
                "Check that the original is sealed and scan the sealed page in colour; if this page bears no seal, say so."
            ),
            FindingCode.QrUnreadable => new(
                $"The verification QR code can't be read ({measured}; required {required}).",
                "Upload the record as downloaded from CHSI, or scan it at 300 DPI with the code flat and clear."
            ),
            FindingCode.QrWrongHost => new(
                $"The QR code says {measured}; it should say {required}.",
                "Order the record or report from CHSI again, upload it, and check the verification code that you typed."
            ),
            FindingCode.ValidityTooShort => new(
                $"Online verification ends on {measured}; it must reach {required}.",
                "Extend the online verification at CHSI (set 180 days) and enter the new date."
            ),
            FindingCode.TooOld => new(
                $"The photo was taken on {measured}; it must be from {required} or later.",
                "Use a photo taken within the last six months."
            ),
            FindingCode.DuplicateImage => new(
                $"This image is the same as one already uploaded ({measured}).",
                "Check whether the wrong file was chosen; delete one of them or upload the right page."
            ),
            FindingCode.HeaderDensityDiffers => new(
                $"The file says {measured}, but its pixels over the paper make {required}.",
                "Upload the scanner's own file; if it was resized, scan again."
            ),
        };
}
