using System.Collections.Immutable;

namespace Hotline.CallFlow.Tests;

/// <summary>A caller on the line: dials, presses, says nothing, hangs up, and hears.</summary>
internal sealed class TestCall
{
    private readonly Dictionary<string, Answer> known = [];

    private TestCall(LineFacts facts) => Facts = facts;

    public LineFacts Facts { get; set; }

    public Turn Turn { get; private set; } = null!;

    public CallState State => Turn.State;

    public StepName Step => State.Step;

    public List<CallEvent> Events { get; } = [];

    public List<FollowUp> FollowUps { get; } = [];

    public ImmutableArray<Utterance> Hears => Turn.Reply.Says;

    public IEnumerable<string> Prompts => Hears.OfType<Prompt>().Select(prompt => prompt.Key);

    public static TestCall Dial(LineFacts? facts = null, Caller? caller = null)
    {
        var call = new TestCall(facts ?? Line.Open);
        call.Take(Flow.Begin(caller ?? Line.Listed, call.Facts));
        return call;
    }

    public TestCall Knowing(string reference, bool hasMessage = false)
    {
        known[reference] = new Answer.CallbackFound(reference, hasMessage);
        return this;
    }

    /// <summary>One key after the other.</summary>
    public TestCall Press(params string[] keys)
    {
        foreach (var key in keys)
            Send(new CallerInput.Keyed(key));
        return this;
    }

    public TestCall Enter(string keys, string? number = null) => Send(new CallerInput.Keyed(keys, number));

    public TestCall Silent(int times = 1)
    {
        for (var time = 0; time < times; time++)
            Send(new CallerInput.Silent());
        return this;
    }

    public TestCall Say(string words) => Send(new CallerInput.Spoke(words));

    public TestCall Record(string? sid = "RE1", int seconds = 20, bool brokenOff = false, char? endedBy = '#') =>
        Send(new CallerInput.Recorded(sid, TimeSpan.FromSeconds(seconds), brokenOff, endedBy));

    public TestCall HangUp() => Send(new CallerInput.HungUp());

    public TestCall LeavesQueue(QueueExit exit) => Send(new CallerInput.LeftQueue(exit));

    public TestCall Waits(QueueFacts queue)
    {
        Facts = Facts with { Queue = queue };
        Send(new CallerInput.Waited());
        return this;
    }

    public TestCall Send(CallerInput input)
    {
        Take(Flow.Advance(State, input, Facts));
        while (Turn.Question is Question.FindCallback find)
            Take(Flow.Advance(State, new CallerInput.Answered(known.GetValueOrDefault(find.Reference, new Answer.CallbackNotFound())), Facts));
        return this;
    }

    public void ForgetEvents()
    {
        Events.Clear();
        FollowUps.Clear();
    }

    private void Take(Turn turn)
    {
        Turn = turn;
        Events.AddRange(turn.Events);
        FollowUps.AddRange(turn.FollowUps);
    }
}
