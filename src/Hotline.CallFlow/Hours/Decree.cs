using System.Globalization;

namespace Hotline.CallFlow.Hours;

/// <summary>Whether a holiday that falls badly is given back on another day.</summary>
internal enum Substituted
{
    Never,

    /// <summary>설날 and 추석: when on a Sunday, not on a Saturday.</summary>
    OnSundays,

    OnWeekends,
}

/// <summary>A holiday as the decree lists it, with what its loss entails in that year. A substitute takes the name of the feast: 설날 for each of its three days.</summary>
internal sealed record ListedHoliday(DateOnly Date, Name Name, Name Feast, Substituted Substituted, bool IsLunar)
{
    public Holiday AsHoliday => new(Date, Name.Ko, Name.En, IsSubstitute: false);

    public static ListedHoliday From(DatedHoliday dated)
    {
        var name = new Name(dated.NameKo, dated.NameEn);
        return new(dated.Date, name, name, Substituted.Never, IsLunar: false);
    }

    public Holiday SubstituteOn(DateOnly date) =>
        new(date, $"대체공휴일({Feast.Ko})", $"Substitute: {Feast.En}", IsSubstitute: true);
}

internal readonly record struct Name(string Ko, string En);

/// <summary>§2 of the decree for one year, without Sundays and without dates that governments set.</summary>
internal static class Decree
{
    // Never ChineseLunisolarCalendar: it puts 2027-02-07, 2028-01-27 and others on another day than Korea does.
    private static readonly KoreanLunisolarCalendar Lunar = new();

    // Substitutes came for the national days on 2021-08-04, for Buddha's Birthday and Christmas on 2023-05-04.
    private static readonly DateOnly NationalDaysSubstituted = new(2021, 8, 4);
    private static readonly DateOnly ReligiousDaysSubstituted = new(2023, 5, 4);

    public static IEnumerable<ListedHoliday> Of(int year) =>
    [
        Fixed(new(year, 1, 1), "1월 1일", "New Year's Day", Substituted.Never),
        .. Feast(year, 1, 1, new("설날", "Seollal")),
        National(new(year, 3, 1), "3·1절", "Independence Movement Day"),
        .. FromYear(2026, Fixed(new(year, 5, 1), "노동절", "Labour Day", Substituted.OnWeekends)),
        Fixed(new(year, 5, 5), "어린이날", "Children's Day", Substituted.OnWeekends),
        Religious(FromLunar(year, 4, 8), "부처님 오신 날", "Buddha's Birthday", isLunar: true),
        Fixed(new(year, 6, 6), "현충일", "Memorial Day", Substituted.Never),
        .. FromYear(2026, National(new(year, 7, 17), "제헌절", "Constitution Day")),
        National(new(year, 8, 15), "광복절", "Liberation Day"),
        .. Feast(year, 8, 15, new("추석", "Chuseok")),
        National(new(year, 10, 3), "개천절", "National Foundation Day"),
        National(new(year, 10, 9), "한글날", "Hangeul Day"),
        Religious(new(year, 12, 25), "기독탄신일", "Christmas", isLunar: false),
    ];

    internal static DateOnly FromLunar(int year, int month, int day)
    {
        // The calendar counts a leap month as a month of its own: GetLeapMonth 7 means that the seventh month is 윤6월.
        var leap = Lunar.GetLeapMonth(year);
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, index, day, 0, 0, 0, 0));
    }

    // The eve is the day before: the last lunar month does not always have a thirtieth day.
    private static IEnumerable<ListedHoliday> Feast(int year, int month, int day, Name feast)
    {
        var date = FromLunar(year, month, day);
        return
        [
            new(date.AddDays(-1), new($"{feast.Ko} 전날", $"{feast.En} eve"), feast, Substituted.OnSundays, IsLunar: true),
            new(date, feast, feast, Substituted.OnSundays, IsLunar: true),
            new(date.AddDays(1), new($"{feast.Ko} 다음 날", $"{feast.En} next day"), feast, Substituted.OnSundays, IsLunar: true),
        ];
    }

    private static ListedHoliday National(DateOnly date, string ko, string en) =>
        Fixed(date, ko, en, date >= NationalDaysSubstituted ? Substituted.OnWeekends : Substituted.Never);

    private static ListedHoliday Religious(DateOnly date, string ko, string en, bool isLunar) =>
        Fixed(date, ko, en, date >= ReligiousDaysSubstituted ? Substituted.OnWeekends : Substituted.Never) with { IsLunar = isLunar };

    private static ListedHoliday Fixed(DateOnly date, string ko, string en, Substituted substituted) =>
        new(date, new(ko, en), new(ko, en), substituted, IsLunar: false);

    private static IEnumerable<ListedHoliday> FromYear(int first, ListedHoliday holiday) => holiday.Date.Year >= first ? [holiday] : [];
}
