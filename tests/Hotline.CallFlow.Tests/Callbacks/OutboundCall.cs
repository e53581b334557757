using Hotline.CallFlow.Callbacks;

namespace Hotline.CallFlow.Tests.Callbacks;

/// <summary>Somebody who answers a callback: presses keys, or does not, and tells what was heard.</summary>
internal sealed class OutboundCall
{
    private OutboundTurn turn = OutboundIdentity.Begin();

    public OutboundReply Reply => turn.Reply;

    public OutboundState State => turn.State;

    public string[] Hears => [.. Reply.Says.Select(says => Assert.IsType<Prompt>(says).Key)];

    public OutboundCall Presses(params string[] keys)
    {
        foreach (var each in keys)
            Does(new CallerInput.Keyed(each));
        return this;
    }

    public OutboundCall SaysNothing() => Does(new CallerInput.Silent());

    public OutboundCall HangsUp() => Does(new CallerInput.HungUp());

    public OutboundCall Does(CallerInput input)
    {
        turn = OutboundIdentity.Hear(turn.State, input, Agreement.Reference);
        return this;
    }

    public AttemptResult Ended() => Assert.IsType<OutboundReply.Part>(Reply).Result;
}
