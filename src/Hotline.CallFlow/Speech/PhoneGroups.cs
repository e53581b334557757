namespace Hotline.CallFlow.Speech;

/// <summary>A telephone number cut as people in Korea write and say it.</summary>
internal static class PhoneGroups
{
    /// <param name="e164">+82… in Korea; a number of another country is grouped in threes and a last four.</param>
    /// <exception cref="ArgumentException">When it is not E.164. The message does not repeat it.</exception>
    public static IReadOnlyList<string> Of(string e164)
    {
        if (e164 is not ['+', .. { Length: >= 2 and <= 15 } digits] || !digits.All(char.IsAsciiDigit))
            throw new ArgumentException("A telephone number must be E.164: a plus and up to fifteen digits.", nameof(e164));
        return digits.StartsWith("82", StringComparison.Ordinal) && digits.Length > 4 ? Domestic(digits[2..]) : Foreign(digits);
    }

    private static List<string> Domestic(string number) => number switch
    {
        // 15xx-, 16xx-, 18xx-xxxx are dialled without a leading zero, 112 or 1366 as they are.
        { Length: 8 } when number[0] == '1' => [number[..4], number[4..]],
        { Length: <= 4 } => [number],
        ['2', .. var local] => ["02", .. Local(local)],
        // 050x (safe numbers) has a prefix of four digits, every other one of three.
        ['5', '0', _, .. var local] => ["0" + number[..3], .. Local(local)],
        _ => ["0" + number[..2], .. Local(number[2..])],
    };

    private static List<string> Local(string local) => local.Length <= 4 ? [local] : [local[..^4], local[^4..]];

    private static List<string> Foreign(string digits)
    {
        var groups = new List<string>();
        var rest = digits;
        for (; rest.Length > 4; rest = rest[3..])
            groups.Add(rest[..3]);
        return [.. groups, rest];
    }
}
