using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>How a portrait is taken; as it stands, in keeping with every standard (R8).</summary>
public sealed record PortraitLook
{
    public required int Seed { get; init; }

    /// <summary>Pixels.</summary>
    public int Width { get; init; } = 600;

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; } = 800;

    public SKColor Background { get; init; } = new(253, 253, 253);

    /// <summary>Standard deviation of the blur, in pixels.</summary>
    public float Blur { get; init; }

    public bool Grey { get; init; }

    /// <summary>Of the colours' strength: 1 as they are, near 0 almost grey.</summary>
    public float Saturation { get; init; } = 1;

    /// <summary>Clockwise quarter turns of the stored pixels, as cameras that were held upright store them.</summary>
    public int QuarterTurns { get; init; }
}
