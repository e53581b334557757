using System.Collections.Immutable;
using Hotline.CallFlow.Exploration;

namespace Hotline.CallFlow.Tests.Exploration;

/// <summary>What must never be let through: a step that tells of an earlier call, and one with which references can be guessed.</summary>
public sealed class DefectiveStepTests
{
    [Fact]
    public void A_step_that_greets_a_caller_who_was_cut_off_in_another_way_is_found_out()
    {
        Assert.Contains(Faults(StepName.Help, new Telltale()), fault => fault.EndsWith("tells the caller of an earlier call", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_forgets_that_the_caller_was_cut_off_is_found_out()
    {
        Assert.Contains(
            Faults(StepName.Help, new Forgetful()), fault => fault.EndsWith("whether the caller was cut off before is forgotten, or made up", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_forgets_how_many_references_were_tried_is_found_out()
    {
        Assert.Contains(Faults(StepName.Help, new Forgetful()), fault => fault.EndsWith("loses count of the look-ups", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_looks_up_as_often_as_it_is_asked_to_is_found_out()
    {
        Assert.Contains(
            Faults(StepName.ManageReference, new Tireless()), fault => fault.EndsWith("looks for a callback more than 3 times in a call", StringComparison.Ordinal));
    }

    private static ImmutableArray<string> Faults(StepName name, Step step) => ScriptCheck.Run(
        new Script([.. Script.Shipped.Rows.Select(row => row.Name == name ? row with { Step = step } : row)], Script.Shipped.Everywhere),
        [Circumstance.Leading(Line.Open)[0], new Circumstance("cut off before", Line.Open with { CutOffBefore = true })],
        [Line.Listed],
        NamedKeys.Of,
        firstFaultOnly: false).Faults;

    private static Reply.Ask Asking(string prompt, Listen listen = Listen.OneKey) => new([new Prompt(prompt)], listen, TimeSpan.FromSeconds(7));

    private sealed class Telltale : Step
    {
        internal override Reply Speak(CallState state, LineFacts facts) => Asking(state.CutOffBefore ? "queue.comfort" : "menu.help");
    }

    private sealed class Forgetful : Step
    {
        internal override Arrival Arrive(CallState state, LineFacts facts) => new(new CallState { Step = state.Step, Caller = state.Caller });

        internal override Reply Speak(CallState state, LineFacts facts) => Asking("menu.help");
    }

    private sealed class Tireless : Step
    {
        internal override ImmutableArray<string> Outcomes => ["found", Script.GivenUp];

        internal override bool TakesNumber => true;

        internal override Reply Speak(CallState state, LineFacts facts) => Asking("callback.manage", Listen.Number);

        internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) =>
            new Move.LookUp(new Question.FindCallback(keyed.Typed)) { State = state with { LookUps = state.LookUps + 1 } };

        internal override Move Hear(CallerInput input, CallState state, LineFacts facts) => input switch
        {
            CallerInput.Answered { Answer: Answer.CallbackFound found } => new Move.Take("found") { State = state with { ManagedReference = found.Reference } },
            CallerInput.Answered => new Move.Miss("callback.manage.notfound"),
            _ => new Move.Stay(),
        };
    }
}
