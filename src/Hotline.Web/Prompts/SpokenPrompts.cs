using System.Collections.Frozen;

namespace Hotline.Web.Prompts;

/// <summary>
/// Every prompt that the service can say, each with the values that it fills in. A start without one of them, or with a placeholder that
/// nobody fills, would be silence on the line. A test holds the list to the flow and to the sources.
/// </summary>
public static class SpokenPrompts
{
    private const string Keys = """
        callback.intro callback.confirmNumber{phoneDigits} callback.confirmNumber.lastFour{phoneDigits} callback.noCallerId
        callback.noCallerId.closed callback.otherNumber callback.otherNumber.closed callback.enterNumber callback.confirmEntered{phoneDigits}
        callback.confirmEntered.lastFour{phoneDigits} callback.invalidNumber callback.window callback.window.none
        callback.day{dayOne,dayThree,dayTwo} callback.daypart callback.window.confirm{window} callback.window.confirm.soon{window}
        callback.message.permission callback.answerOther callback.reason.offer callback.reason.record{maxRecord} callback.reason.empty
        callback.review callback.review.wait callback.review.unavailable callback.submitted callback.skipped callback.saved.unfinished
        callback.deleted callback.confirmed{refDigits} callback.manage callback.manage.found callback.manage.found.noMessage callback.manage.notfound
        callback.manage.cancel callback.manage.delete callback.manage.kept callback.changed{window} callback.cancelled
        caller.reassign caller.counselorLost
        closed.choices closed.manage
        dark.apology dark.saved dark.silent
        emergency.advice emergency.stay
        entry.toomany entry.toomany.closed entry.cleared
        error.technical
        goodbye goodbye.safety exit.cover
        greeting.open greeting.open.discreet greeting.open.relay greeting.closed greeting.closed.discreet
        greeting.holiday{holidayName,nextOpen} greeting.holiday.unknown{holidayName} greeting.nextOpen{nextOpen} greeting.emergencyClosed
        greeting.surge
        info.police{agencyDigits,agencyHours,agencyName} info.legal{agencyDigits,agencyHours,agencyName} info.medical
        info.review{agencyDigits,agencyHours,agencyName} info.youth{agencyDigits,agencyHours,agencyName} info.crisis
        input.none input.none.final input.none.final.closed input.silent input.silent.noted input.invalid input.invalid.final
        input.invalid.final.closed input.speech.unclear
        language.offer language.more language.korean language.chosen language.other
        menu.main menu.main.short menu.help menu.urgent menu.urgent.closed menu.deletion menu.deletion.existing menu.info
        outbound.open outbound.verify outbound.verify.again outbound.verify.failed outbound.unverified outbound.verified outbound.later
        outbound.wrong outbound.voicemail
        privacy.notice privacy.detail{retention} privacy.detail.closed{retention} privacy.consent privacy.consent.closed
        queue.enter queue.position{position,wait} queue.ahead{position} queue.next queue.long{wait} queue.long.unknown queue.comfort
        queue.offerCallback queue.full queue.limit queue.connecting
        recording.notice{retention}
        transfer.offer{agencyDigits,agencyHours,agencyName} transfer.offer.first{agencyDigits,agencyHours,agencyName}
        transfer.offer.second{agencyDigits,agencyHours,agencyName} transfer.point{agencyDigits,agencyHours,agencyName}
        transfer.notice{agencyDigits,agencyHours,agencyName} transfer.fail{agencyDigits,agencyHours,agencyName}
        transfer.fail.closed{agencyDigits,agencyHours,agencyName} transfer.closed{agencyDigits,agencyHours,agencyName}
        whisper.offer{languageLabel,urgencyLabel} whisper.offer.neutral whisper.callback whisper.callback.neutral whisper.dialling whisper.noAnswer
        whisper.notNow whisper.accepted whisper.declined whisper.taken whisper.gone
        """;

    /// <summary>The placeholders that are filled, by key.</summary>
    public static FrozenDictionary<string, FrozenSet<string>?> All { get; } = Keys
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(text => text.TrimEnd('}').Split('{'))
        .ToFrozenDictionary(
            parts => parts[0],
            FrozenSet<string>? (parts) => parts.Skip(1).SelectMany(names => names.Split(',')).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
}
