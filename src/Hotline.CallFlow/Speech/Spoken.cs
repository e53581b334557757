namespace Hotline.CallFlow.Speech;

/// <summary>A value that a prompt takes. It knows how it is said in each language; nothing else puts values into words (DOMAIN §6.2).</summary>
public abstract record Spoken
{
    private Spoken()
    {
    }

    /// <summary>Ready for a voice. Korean holds no digits; English holds single digits where they are read one by one.</summary>
    public abstract string In(Language language);

    /// <summary>A whole telephone number, as people in Korea group it.</summary>
    /// <param name="E164">With the leading plus, for example of a mobile number in Korea +8210….</param>
    public sealed record Phone(string E164) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.Phone(E164), SpokenEnglish.Phone(E164));

        /// <summary>Without the number, because records are printed into logs.</summary>
        public override string ToString() => nameof(Phone);
    }

    /// <summary>Only the last four digits, for a phone that others may overhear.</summary>
    public sealed record PhoneLastFour(string E164) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.PhoneLastFour(E164), SpokenEnglish.PhoneLastFour(E164));

        /// <summary>Without the number, because records are printed into logs.</summary>
        public override string ToString() => nameof(PhoneLastFour);
    }

    /// <summary>A callback's reference, in pairs.</summary>
    public sealed record Reference(string Digits) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.Reference(Digits), SpokenEnglish.Reference(Digits));

        /// <summary>Without the number, because records are printed into logs.</summary>
        public override string ToString() => nameof(Reference);
    }

    /// <summary>How many people wait, at least one; more than twenty are "many".</summary>
    public sealed record People(int Count) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.People(Count), SpokenEnglish.People(Count));
    }

    /// <summary>An estimated wait, rounded up so that it disappoints nobody.</summary>
    public sealed record Wait(TimeSpan Estimate) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.Wait(Estimate), SpokenEnglish.Wait(Estimate));
    }

    /// <summary>A time to come: today, tomorrow, or a date with its weekday. English carries its preposition ("on Tuesday, …").</summary>
    public sealed record Moment(DateTimeOffset When, DateTimeOffset Now) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.Moment(When, Now), SpokenEnglish.Moment(When, Now));
    }

    /// <summary>A day to choose: "내일", "모레", or the date with its weekday.</summary>
    public sealed record Day(DateOnly Date, DateOnly Today) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.Day(Date, Today), SpokenEnglish.Day(Date, Today));
    }

    /// <summary>From one time to another. Korean ends before "사이"; English is whole ("tomorrow between 2 p.m. and 4 p.m.").</summary>
    public sealed record Window(DateTimeOffset From, DateTimeOffset To, DateTimeOffset Now) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.Window(From, To, Now), SpokenEnglish.Window(From, To, Now));
    }

    /// <summary>An agency's number as people know it: 1366, 1577-1366.</summary>
    public sealed record ShortCode(string Digits) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.ShortCode(Digits), SpokenEnglish.ShortCode(Digits));
    }

    /// <summary>A span of time, exact to the second: "이 분", "2 minutes".</summary>
    public sealed record Length(TimeSpan Span) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.Length(Span), SpokenEnglish.Length(Span));
    }

    /// <summary>A number of days: "삼십 일", "30 days".</summary>
    public sealed record Days(int Count) : Spoken
    {
        public override string In(Language language) => Choose(language, SpokenKorean.Days(Count), SpokenEnglish.Days(Count));
    }

    /// <summary>Words that are already words: an agency's name, a holiday's.</summary>
    public sealed record Words(string Ko, string En) : Spoken
    {
        public override string In(Language language) => Choose(language, Pronunciation.Korean(Ko), Pronunciation.English(En));
    }

    private static string Choose(Language language, string korean, string english) => language switch
    {
        Language.Korean => korean,
        Language.English => english,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}
