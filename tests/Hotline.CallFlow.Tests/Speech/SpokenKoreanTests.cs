using System.Globalization;
using Hotline.CallFlow.Hours;
using Hotline.CallFlow.Speech;
using static Hotline.CallFlow.Tests.Hours.SeoulMoments;

namespace Hotline.CallFlow.Tests.Speech;

public sealed class SpokenKoreanTests
{
    private static readonly DateTimeOffset Now = At("2026-11-24T10:00:00");

    [Theory]
    [InlineData("+821000001234", "공일공, 공공공공, 일이삼사")]
    [InlineData("+82110001234", "공일일, 공공공, 일이삼사")]
    [InlineData("+8227358994", "공이, 칠삼오, 팔구구사")]
    [InlineData("+82200001234", "공이, 공공공공, 일이삼사")]
    [InlineData("+82310001234", "공삼일, 공공공, 일이삼사")]
    [InlineData("+827000001234", "공칠공, 공공공공, 일이삼사")]
    [InlineData("+8250200001234", "공오공이, 공공공공, 일이삼사")]
    [InlineData("+8215771366", "일오칠칠, 일삼육육")]
    [InlineData("+8218993075", "일팔구구, 삼공칠오")]
    [InlineData("+821366", "일삼육육")]
    [InlineData("+8221366", "공이, 일삼육육")]
    [InlineData("+82411366", "공사일, 일삼육육")]
    [InlineData("+12025550123", "일이공, 이오오, 오공일, 이삼")]
    public void A_telephone_number_is_grouped_as_people_in_Korea_say_it(string e164, string spoken) =>
        Assert.Equal(spoken, SpokenKorean.Phone(e164));

    [Fact]
    public void Only_the_last_four_digits_are_said_where_others_may_listen() =>
        Assert.Equal("일이삼사", SpokenKorean.PhoneLastFour("+821000001234"));

    [Theory]
    [InlineData("01000001234")]
    [InlineData("+8210-0000-1234")]
    [InlineData("+")]
    [InlineData("")]
    public void What_is_no_E164_number_is_refused_without_repeating_it(string number)
    {
        var fault = Assert.Throws<ArgumentException>(() => SpokenKorean.Phone(number));

        Assert.DoesNotContain("0000", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("47209315", "사칠, 이공, 구삼, 일오")]
    [InlineData("123", "일이, 삼")]
    public void A_reference_is_said_in_pairs(string digits, string spoken) => Assert.Equal(spoken, SpokenKorean.Reference(digits));

    [Theory]
    [InlineData("112", "일일이")]
    [InlineData("109", "일공구")]
    [InlineData("1366", "일삼육육")]
    [InlineData("1577-1366", "일오칠칠, 일삼육육")]
    public void A_short_code_is_said_digit_by_digit(string digits, string spoken) => Assert.Equal(spoken, SpokenKorean.ShortCode(digits));

    [Theory]
    [InlineData('0', "영 번")]
    [InlineData('1', "일 번")]
    [InlineData('9', "구 번")]
    [InlineData('#', "우물정자")]
    [InlineData('*', "별표")]
    public void A_key_is_never_counted_in_native_numerals(char key, string spoken) => Assert.Equal(spoken, SpokenKorean.Key(key));

    [Theory]
    [InlineData(1, "한 분")]
    [InlineData(2, "두 분")]
    [InlineData(3, "세 분")]
    [InlineData(4, "네 분")]
    [InlineData(11, "열한 분")]
    [InlineData(20, "스무 분")]
    [InlineData(21, "여러 분")]
    public void People_are_counted_in_native_numerals(int count, string spoken) => Assert.Equal(spoken, SpokenKorean.People(count));

    [Theory]
    [InlineData(1, "한")]
    [InlineData(20, "스무")]
    [InlineData(21, "스물한")]
    [InlineData(99, "아흔아홉")]
    public void Native_numerals_stand_before_a_counter(int number, string spoken) => Assert.Equal(spoken, KoreanNumerals.Native(number));

    [Theory]
    [InlineData(0, "영")]
    [InlineData(10, "십")]
    [InlineData(115, "백십오")]
    [InlineData(2026, "이천이십육")]
    [InlineData(10_000, "만")]
    [InlineData(110_000, "십일만")]
    [InlineData(100_000_000, "일억")]
    [InlineData(9_999_999_999_999_999, "구천구백구십구조구천구백구십구억구천구백구십구만구천구백구십구")]
    public void Quantities_are_said_in_Sino_Korean(long number, string spoken) => Assert.Equal(spoken, KoreanNumerals.Sino(number));

    [Fact]
    public void Three_people_do_not_sound_like_three_minutes()
    {
        Assert.Equal("세 분", SpokenKorean.People(3));
        Assert.Equal("삼 분", SpokenKorean.Minutes(3));
    }

    [Theory]
    [InlineData("00:00:00", "일 분")]
    [InlineData("00:01:00", "일 분")]
    [InlineData("00:01:01", "이 분")]
    [InlineData("00:05:00", "오 분")]
    [InlineData("00:10:00", "십 분")]
    [InlineData("00:10:01", "십오 분")]
    [InlineData("00:12:00", "십오 분")]
    [InlineData("00:15:01", "이십 분")]
    [InlineData("00:30:00", "삼십 분")]
    [InlineData("00:30:01", "삼십 분 이상")]
    [InlineData("1000.00:00:00", "삼십 분 이상")]
    public void A_wait_is_rounded_up(string estimate, string spoken) =>
        Assert.Equal(spoken, SpokenKorean.Wait(TimeSpan.Parse(estimate, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(14, 30, "오후 두 시 삼십 분")]
    [InlineData(0, 10, "밤 열두 시 십 분")]
    [InlineData(9, 0, "오전 아홉 시")]
    [InlineData(12, 0, "낮 열두 시")]
    [InlineData(22, 0, "오후 열 시")]
    [InlineData(24, 0, "밤 열두 시")]
    public void The_clock_has_native_hours_and_Sino_minutes(int hours, int minutes, string spoken) =>
        Assert.Equal(spoken, SpokenKorean.Clock(new(hours, minutes, 0)));

    [Theory]
    [InlineData(6, 3, "유월 삼일")]
    [InlineData(10, 5, "시월 오일")]
    [InlineData(5, 26, "오월 이십육일")]
    [InlineData(12, 31, "십이월 삼십일일")]
    public void June_and_October_lose_a_sound(int month, int day, string spoken) => Assert.Equal(spoken, SpokenKorean.Date(new(2026, month, day)));

    [Theory]
    [InlineData("2026-11-24T14:00:00", "오늘 오후 두 시")]
    [InlineData("2026-11-25T09:00:00", "내일 오전 아홉 시")]
    [InlineData("2026-11-26T09:00:00", "십일월 이십육일 목요일 오전 아홉 시")]
    public void A_moment_is_said_from_where_we_stand(string when, string spoken) => Assert.Equal(spoken, SpokenKorean.Moment(At(when), Now));

    [Theory]
    [InlineData("2026-11-25T14:00:00", "2026-11-25T16:00:00", "내일 오후 두 시부터 네 시")]
    [InlineData("2026-11-24T10:00:00", "2026-11-24T13:00:00", "오늘 오전 열 시부터 오후 한 시")]
    [InlineData("2026-11-24T09:00:00", "2026-11-24T12:00:00", "오늘 오전 아홉 시부터 낮 열두 시")]
    [InlineData("2026-11-26T18:30:00", "2026-11-26T21:00:00", "모레 오후 여섯 시 삼십 분부터 아홉 시")]
    [InlineData("2026-11-27T14:00:00", "2026-11-27T16:00:00", "십일월 이십칠일 금요일 오후 두 시부터 네 시")]
    [InlineData("2026-11-24T21:00:00", "2026-11-25T00:00:00", "오늘 오후 아홉 시부터 밤 열두 시")]
    [InlineData("2026-11-24T23:00:00", "2026-11-25T01:00:00", "오늘 오후 열한 시부터 내일 오전 한 시")]
    public void A_window_says_the_part_of_the_day_once(string from, string to, string spoken) =>
        Assert.Equal(spoken, SpokenKorean.Window(At(from), At(to), Now));

    [Fact]
    public void A_window_in_another_zone_is_said_in_the_time_of_Seoul() =>
        Assert.Equal("내일 오전 한 시부터 두 시", SpokenKorean.Window(
            new(2026, 11, 24, 16, 0, 0, TimeSpan.Zero), new(2026, 11, 24, 17, 0, 0, TimeSpan.Zero), Now.ToUniversalTime()));

    [Theory]
    [InlineData(120, "이 분")]
    [InlineData(90, "일 분 삼십 초")]
    [InlineData(45, "사십오 초")]
    [InlineData(0, "영 초")]
    [InlineData(5400, "한 시간 삼십 분")]
    [InlineData(86400, "이십사 시간")]
    public void A_length_is_exact(int seconds, string spoken) => Assert.Equal(spoken, SpokenKorean.Length(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Days_are_counted_apart_from_dates() => Assert.Equal("삼십 일", SpokenKorean.Days(30));

    [Fact]
    public void Nobody_is_not_a_number_of_people() => Assert.Throws<ArgumentOutOfRangeException>(() => SpokenKorean.People(0));

    [Fact]
    public void Every_moment_of_a_day_has_words_without_digits() =>
        Assert.All(Enumerable.Range(0, 24 * 60), minute =>
            Assert.DoesNotContain(SpokenKorean.Moment(SeoulTime.At(new(2026, 6, 3), TimeSpan.FromMinutes(minute)), Now), char.IsAsciiDigit));
}
