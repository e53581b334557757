using System.Collections.Immutable;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Hours;

/// <summary>A public holiday, or a substitute (대체공휴일): a day given in return for a holiday that was lost. Two holidays may share a date (2025-05-05).</summary>
public sealed record Holiday(DateOnly Date, string NameKo, string NameEn, bool IsSubstitute)
{
    /// <summary>The name as a voice says it: without brackets.</summary>
    public Spoken.Words Spoken => IsSubstitute
        ? new(NameKo["대체공휴일(".Length..^1] + " 대체공휴일", NameEn["Substitute: ".Length..] + " substitute holiday")
        : new(NameKo, NameEn);
}

/// <summary>A holiday that no rule foretells: an election day, or one that the cabinet decides (관공서의 공휴일에 관한 규정 §2, §4). It is data.</summary>
public sealed record DatedHoliday(DateOnly Date, string NameKo, string NameEn);

/// <summary>The holidays of a year, or the plain statement that they are not known.</summary>
public abstract record HolidayYear(int Year)
{
    /// <summary>By date. Sundays are holidays by the decree but are not listed.</summary>
    public sealed record Known(int Year, ImmutableArray<Holiday> Holidays) : HolidayYear(Year);

    /// <summary>The reason is a sentence for an administrator.</summary>
    public sealed record Unknown(int Year, string Reason) : HolidayYear(Year);
}
