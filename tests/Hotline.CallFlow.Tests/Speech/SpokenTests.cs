using System.Globalization;
using CsCheck;
using Hotline.CallFlow.Speech;
using static Hotline.CallFlow.Tests.Hours.SeoulMoments;

namespace Hotline.CallFlow.Tests.Speech;

public sealed class SpokenTests
{
    private static readonly DateTimeOffset Now = At("2026-11-24T10:00:00");

    [Fact]
    public void A_value_says_itself_in_either_language()
    {
        var reference = new Spoken.Reference("47209315");

        Assert.Equal("사칠, 이공, 구삼, 일오", reference.In(Language.Korean));
        Assert.Equal("4 7, 2 0, 9 3, 1 5", reference.In(Language.English));
    }

    [Fact]
    public void A_printed_value_shows_nothing_of_a_caller()
    {
        Spoken[] personal = [new Spoken.Phone("+821000001234"), new Spoken.PhoneLastFour("+821000001234"), new Spoken.Reference("47209315")];

        Assert.All(personal, value => Assert.DoesNotContain(value.ToString(), char.IsAsciiDigit));
    }

    [Fact]
    public void Words_with_a_number_are_pronounced()
    {
        var words = new Spoken.Words("1월 1일", "the line 1366");

        Assert.Equal("일월 일일", words.In(Language.Korean));
        Assert.Equal("the line 1 3 6 6", words.In(Language.English));
    }

    [Fact]
    public void No_Korean_value_holds_a_digit()
    {
        var digits = Gen.Char['0', '9'].Array[1, 12].Select(characters => new string(characters));
        var moment = Gen.Int[0, 100_000].Select(minutes => Now.AddMinutes(minutes));
        var value = Gen.OneOf<Spoken>(
            Gen.Int[100_000_000, 999_999_999].Select(number => (Spoken)new Spoken.Phone("+82" + number.ToString(CultureInfo.InvariantCulture))),
            digits.Select(text => (Spoken)new Spoken.Reference(text)),
            digits.Select(text => (Spoken)new Spoken.ShortCode(text)),
            Gen.Int[1, 500].Select(count => (Spoken)new Spoken.People(count)),
            Gen.Int[0, 100_000].Select(seconds => (Spoken)new Spoken.Wait(TimeSpan.FromSeconds(seconds))),
            Gen.Int[0, 100_000].Select(seconds => (Spoken)new Spoken.Length(TimeSpan.FromSeconds(seconds))),
            Gen.Int[0, 10_000].Select(count => (Spoken)new Spoken.Days(count)),
            moment.Select(when => (Spoken)new Spoken.Moment(when, Now)),
            Gen.Select(moment, Gen.Int[1, 3000]).Select((from, minutes) => (Spoken)new Spoken.Window(from, from.AddMinutes(minutes), Now)),
            Gen.String.Select(text => (Spoken)new Spoken.Words(text, text)));

        value.Sample(spoken => Assert.DoesNotContain(spoken.In(Language.Korean), char.IsDigit));
    }
}
