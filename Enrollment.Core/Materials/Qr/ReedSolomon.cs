namespace Enrollment.Materials.Qr;

/// <summary>Reed–Solomon correction over GF(256) with x⁸+x⁴+x³+x²+1, as QR codes use it.</summary>
internal static class ReedSolomon
{
    private const int Polynomial = 0x11D;
    private static readonly byte[] Power = new byte[512];
    private static readonly byte[] Logarithm = new byte[256];

    static ReedSolomon()
    {
        for (int i = 0, value = 1; i < 255; i++)
        {
            Power[i] = Power[i + 255] = (byte)value;
            Logarithm[value] = (byte)i;
            value <<= 1;
            value ^= value > 255 ? Polynomial : 0;
        }
    }

    /// <summary>Mends the words in place; false where more are wrong than half of the correction words can mend.</summary>
    public static bool Correct(Span<byte> words, int correction)
    {
        var syndromes = Syndromes(words, correction);
        if (!syndromes.AsSpan().ContainsAnyExcept((byte)0))
        {
            return true;
        }
        var locator = Locator(syndromes, out var errors);
        if (errors * 2 > correction)
        {
            return false;
        }
        var found = 0;
        var evaluator = Evaluator(syndromes, locator);
        for (var i = 0; i < words.Length; i++)
        {
            // A root at α^-i says that the word i places before the end is wrong.
            var inverse = Power[(255 - (i % 255)) % 255];
            if (Evaluate(locator, inverse) != 0)
            {
                continue;
            }
            var slope = Slope(locator, inverse);
            if (slope == 0)
            {
                return false;
            }
            var magnitude = Multiply(Power[i % 255], Divide(Evaluate(evaluator, inverse), slope));
            words[words.Length - 1 - i] ^= magnitude;
            found++;
        }
        return found == errors && !Syndromes(words, correction).AsSpan().ContainsAnyExcept((byte)0);
    }

    private static byte[] Syndromes(ReadOnlySpan<byte> words, int correction)
    {
        var syndromes = new byte[correction];
        for (var i = 0; i < correction; i++)
        {
            byte sum = 0;
            foreach (var word in words)
            {
                sum = (byte)(Multiply(sum, Power[i]) ^ word);
            }
            syndromes[i] = sum;
        }
        return syndromes;
    }

    /// <summary>Berlekamp and Massey's polynomial whose roots say where the errors are, lowest coefficient first.</summary>
    private static byte[] Locator(byte[] syndromes, out int errors)
    {
        var locator = new byte[syndromes.Length + 1];
        var previous = new byte[syndromes.Length + 1];
        (locator[0], previous[0]) = (1, 1);
        errors = 0;
        var (shift, previousDelta) = (1, (byte)1);
        for (var n = 0; n < syndromes.Length; n++)
        {
            var delta = syndromes[n];
            for (var i = 1; i <= errors; i++)
            {
                delta ^= Multiply(locator[i], syndromes[n - i]);
            }
            if (delta == 0)
            {
                shift++;
                continue;
            }
            var before = (byte[])locator.Clone();
            var factor = Divide(delta, previousDelta);
            for (var i = shift; i < locator.Length; i++)
            {
                locator[i] ^= Multiply(factor, previous[i - shift]);
            }
            if (2 * errors <= n)
            {
                errors = n + 1 - errors;
                (previous, previousDelta, shift) = (before, delta, 1);
            }
            else
            {
                shift++;
            }
        }
        return locator;
    }

    /// <summary>Forney's polynomial for how large the errors are: syndromes times locator, cut at the correction's length.</summary>
    private static byte[] Evaluator(byte[] syndromes, byte[] locator)
    {
        var evaluator = new byte[syndromes.Length];
        for (var i = 0; i < evaluator.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                evaluator[i] ^= Multiply(locator[j], syndromes[i - j]);
            }
        }
        return evaluator;
    }

    /// <summary>The formal derivative: in this field only the odd powers are left.</summary>
    private static byte Slope(byte[] locator, byte at)
    {
        byte sum = 0;
        byte power = 1;
        for (var i = 1; i < locator.Length; i += 2)
        {
            sum ^= Multiply(locator[i], power);
            power = Multiply(power, Multiply(at, at));
        }
        return sum;
    }

    private static byte Evaluate(byte[] polynomial, byte at)
    {
        byte sum = 0;
        for (var i = polynomial.Length - 1; i >= 0; i--)
        {
            sum = (byte)(Multiply(sum, at) ^ polynomial[i]);
        }
        return sum;
    }

    private static byte Multiply(byte a, byte b) => a == 0 || b == 0 ? (byte)0 : Power[Logarithm[a] + Logarithm[b]];

    private static byte Divide(byte a, byte b) => a == 0 ? (byte)0 : Power[Logarithm[a] + 255 - Logarithm[b]];
}
