namespace Hotline.Speech;

/// <summary>Telephone companding of ITU-T G.711: one byte to a 16-bit sample.</summary>
internal static class G711
{
    private const int MuLawBias = 0x84;

    public static short FromMuLaw(byte coded)
    {
        var value = (byte)~coded;
        var magnitude = ((((value & 0x0F) << 3) + MuLawBias) << ((value & 0x70) >> 4)) - MuLawBias;

        return (short)((value & 0x80) != 0 ? -magnitude : magnitude);
    }

    public static short FromALaw(byte coded)
    {
        var value = (byte)(coded ^ 0x55);
        var segment = (value & 0x70) >> 4;
        var step = (value & 0x0F) << 4;
        var magnitude = segment == 0 ? step + 8 : (step + 0x108) << (segment - 1);

        return (short)((value & 0x80) != 0 ? magnitude : -magnitude);
    }
}
