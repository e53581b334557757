using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Tests;

/// <summary>Facts of the line for tests: Tuesday 2026-11-24 14:00 in Seoul, a weekday line, everybody there.</summary>
internal static class Line
{
    public const string Mobile = "+821000001234";
    public const string Reference = "47209315";

    public static readonly DateTimeOffset Tuesday14 = new(2026, 11, 24, 14, 0, 0, SeoulTime.Offset);

    public static readonly LineFacts Open = new()
    {
        Now = Tuesday14,
        Hours = OpeningHours.Of(HoursProfile.Weekday0918),
        CounselorsOnDuty = true,
        FreshReference = Reference,
        Agencies = Agencies(),
    };

    public static readonly LineFacts Closed = Open with { Now = Tuesday14.AddHours(8) };

    public static readonly LineFacts Holiday = Open with { Now = new(2026, 12, 25, 10, 0, 0, SeoulTime.Offset) };

    public static readonly LineFacts NobodyOnDuty = Open with { CounselorsOnDuty = false };

    public static Caller Listed => new(CallerKind.Listed, Mobile);

    public static Caller Withheld => new(CallerKind.Withheld);

    public static Caller Abroad => new(CallerKind.Abroad);

    public static Caller Relay => new(CallerKind.Relay);

    /// <summary>112 and 119 have dial strings here on purpose: they must not be dialled even so.</summary>
    private static Dictionary<string, Agency> Agencies()
    {
        Agency[] rows =
        [
            new("w1366", "여성긴급전화", "Women's hotline", "1366", "+8221366", OpeningHours.Always),
            new("danuri", "다누리콜센터", "Danuri call center", "1577-1366", "+8215771366", OpeningHours.Always),
            new("kcsc", "방송미디어통신심의위원회", "media review commission", "1377", "+8221377", OpeningHours.Always),
            new("legal", "대한법률구조공단", "Korea Legal Aid Corporation", "132", "+822132", OpeningHours.Of(HoursProfile.Weekday0918)),
            new("youth", "청소년전화", "youth line", "1388", "+8221388", OpeningHours.Always),
            new("school", "학교폭력 신고", "school violence reports", "117", "+822117", OpeningHours.Always),
            new("suicide", "자살예방 상담전화", "suicide prevention line", "109", "+822109", OpeningHours.Always),
            new("police", "경찰", "police", "112", "+822112", OpeningHours.Always),
            new("fire", "구급", "ambulance", "119", "+822119", OpeningHours.Always),
            new("police-cyber", "경찰 민원", "police information", "182", null, OpeningHours.Always),
        ];
        return rows.ToDictionary(row => row.Key);
    }
}
