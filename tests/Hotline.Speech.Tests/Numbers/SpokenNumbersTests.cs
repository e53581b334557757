using CsCheck;

namespace Hotline.Speech.Tests;

public sealed class SpokenNumbersTests
{
    [Theory]
    [InlineData("제 번호는 010-0000-1234입니다.", "01000001234", "010-0000-1234")]
    [InlineData("010 0000 1234", "01000001234", "010 0000 1234")]
    [InlineData("01000001234로 전화 주세요", "01000001234", "01000001234")]
    [InlineData("+82 10-0000-1234", "01000001234", "82 10-0000-1234")]
    [InlineData("제 번호는 공일공 공공공공 일이삼사입니다.", "01000001234", "공일공 공공공공 일이삼사")]
    [InlineData("공일공에 공공공공에 오육칠팔이요", "01000005678", "공일공에 공공공공에 오육칠팔")]
    [InlineData("공일공 공공공공 오육칠팔이에요", "01000005678", "공일공 공공공공 오육칠팔")]
    [InlineData("공일공 공공공공 오육칠팔이고 저녁에 주세요", "01000005678", "공일공 공공공공 오육칠팔")]
    [InlineData("공일공 공공공공 오육칠이요", "01000005672", "공일공 공공공공 오육칠이")]
    [InlineData("공일공 공공공공 오육칠이입니다", "01000005672", "공일공 공공공공 오육칠이")]
    [InlineData("영일영, 영영영영, 하나둘삼사", "01000001234", "영일영, 영영영영, 하나둘삼사")]
    [InlineData("공일공 공공공공 일이삼사 이 번호로", "01000001234", "공일공 공공공공 일이삼사")]
    [InlineData("공이에 공공공에 공일이삼이요", "020000123", "공이에 공공공에 공일이삼")]
    [InlineData("02-000-0123이요", "020000123", "02-000-0123")]
    [InlineData("０１０−００００−１２３４가 아니라 010-0000-9999요", "01000009999", "010-0000-9999")]
    public void A_number_is_found_in_figures_and_in_syllables(string text, string digits, string marked)
    {
        var found = SpokenNumbers.FindPhoneNumber(text);

        Assert.Equal((digits, marked), (found?.Digits, text.Substring(found!.Start, found.Length)));
    }

    [Theory]
    [InlineData("오늘 오전 이십일 일에 전화했어요.")]
    [InlineData("일이 이상해서 이사를 했고 오육 명이 있어요.")]
    [InlineData("2026-11-24")]
    [InlineData("112에 신고했어요")]
    [InlineData("")]
    public void What_is_no_telephone_number_is_not_taken_for_one(string text) => Assert.Null(SpokenNumbers.FindPhoneNumber(text));

    [Fact]
    public void The_number_can_be_written_with_the_country_code() =>
        Assert.Equal("+821000001234", SpokenNumbers.FindPhoneNumber("공일공 공공공공 일이삼사")!.E164);

    [Fact]
    public void Spoken_digits_become_figures_and_short_words_stay() =>
        Assert.Equal("이 번호 01000001234 로 일 분 안에", SpokenNumbers.AsFigures("이 번호 공일공 공공공공 일이삼사 로 일 분 안에"));

    [Fact]
    public void Every_mobile_number_is_found_however_it_is_said()
    {
        var spoken = "공일이삼사오육칠팔구";
        var number = Gen.Int[0, 9999].Select(last => FormattableString.Invariant($"0100000{last:D4}"));

        Gen.Select(number, Gen.OneOf(" ", "-", "에 ", ", ", ""), Gen.OneOf("입니다", "이요", "이에요", "로 주세요", "")).Sample((digits, gap, ending) =>
        {
            var said = string.Concat(digits.Select((digit, index) => (index is 3 or 7 ? gap : "") + spoken[digit - '0']));

            Assert.Equal(digits, SpokenNumbers.FindPhoneNumber($"제 번호는 {said}{ending}.")?.Digits);
        });
    }
}
