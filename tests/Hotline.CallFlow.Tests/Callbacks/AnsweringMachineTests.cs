using Hotline.CallFlow.Callbacks;
using static Hotline.CallFlow.Tests.Callbacks.Agreement;

namespace Hotline.CallFlow.Tests.Callbacks;

public sealed class AnsweringMachineTests
{
    private static readonly AnswerReaction SilentlyGone = new AnswerReaction.HangUp(AttemptResult.MachineNothingLeft);

    [Theory]
    [InlineData(AnsweredBy.Person)]
    [InlineData(AnsweredBy.Unknown)]
    public void Who_may_be_a_person_is_greeted(AnsweredBy who)
    {
        Assert.Equal(new AnswerReaction.Greet(), AnsweringMachine.React(Agreed, who));
    }

    [Theory]
    [InlineData(MessagePermission.LeaveNothing)]
    [InlineData(MessagePermission.TextWithoutName)]
    public void A_machine_hears_nothing_without_the_permission_to_speak(MessagePermission permission)
    {
        var callback = Agreed with { Message = permission };

        Assert.Equal(SilentlyGone, AnsweringMachine.React(callback, AnsweredBy.MachineSpeaking));
        Assert.Equal(SilentlyGone, AnsweringMachine.React(callback, AnsweredBy.MachineListening));
    }

    [Fact]
    public void With_permission_it_hears_the_agreed_words_only_after_its_greeting()
    {
        var callback = Agreed with { Message = MessagePermission.VoiceWithoutName };

        Assert.Equal(new AnswerReaction.KeepListening(), AnsweringMachine.React(callback, AnsweredBy.MachineSpeaking));
        Assert.Equal(
            new AnswerReaction.Leave(new Prompt("outbound.voicemail"), AttemptResult.MachineMessageLeft),
            AnsweringMachine.React(callback, AnsweredBy.MachineListening));
        Assert.Equal(SilentlyGone, AnsweringMachine.React(callback, AnsweredBy.Fax));
    }

    [Fact]
    public void A_message_is_left_once()
    {
        var callback = (Agreed with { Message = MessagePermission.VoiceWithoutName }).Tried("2026-11-24 10:00", AttemptResult.MachineMessageLeft);

        Assert.Equal(SilentlyGone, AnsweringMachine.React(callback, AnsweredBy.MachineListening));
    }

    [Fact]
    public void Whoever_cancelled_while_we_dialled_finds_no_message()
    {
        var callback = Agreed with { Message = MessagePermission.VoiceWithoutName };

        Assert.Equal(SilentlyGone, AnsweringMachine.React(callback with { State = new CallbackState.Cancelled() }, AnsweredBy.MachineListening));
        Assert.Equal(SilentlyGone, AnsweringMachine.React(callback with { DoNotContact = true }, AnsweredBy.MachineListening));
    }
}
