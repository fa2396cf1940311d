using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>How a page is laid on the scanner; as it stands, in keeping with every standard (R9).</summary>
public sealed record ScanLook
{
    public required Slot Slot { get; init; }

    public required Page Page { get; init; }

    public required int Seed { get; init; }

    /// <summary>Whose page it is; drawn by lot from the seed where nobody is named.</summary>
    public string? Name { get; init; }

    public int Dpi { get; init; } = 200;

    /// <summary>Clockwise, in degrees.</summary>
    public float Tilt { get; init; }

    /// <summary>Clockwise quarter turns: 1 lies on its side, 2 is upside down.</summary>
    public int QuarterTurns { get; init; }

    /// <summary>Standard deviation of the blur, in millimetres on paper.</summary>
    public float Blur { get; init; }

    /// <summary>The most that grain darkens a pixel, of 255.</summary>
    public int Grain { get; init; } = 12;

    public bool Grey { get; init; }

    public bool Sealed { get; init; } = true;

    /// <summary>Of the seal's ink; red, unless a copy or another pad made it otherwise.</summary>
    public SKColor SealInk { get; init; } = Ink.SealRed;

    /// <summary>The dark lid or desk that shows around the page, in millimetres.</summary>
    public float Margin { get; init; }

    /// <summary>How far the page lies beyond the scanner's left edge, in millimetres; beyond the right edge where negative.</summary>
    public float CutOff { get; init; }

    /// <summary>Blots on the verification code.</summary>
    public int Smudges { get; init; }

    /// <summary>What the verification code says; null for one that nothing can read.</summary>
    public string? QrText { get; init; } =
        $"https://www.chsi.com.cn/xlcx/bg.do?vcode={SampleImages.VerificationCode}&srcid=bgcx";
}
