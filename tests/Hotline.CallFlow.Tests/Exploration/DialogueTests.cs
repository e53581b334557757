namespace Hotline.CallFlow.Tests.Exploration;

public sealed class DialogueTests
{
    public static TheoryData<string, string, string, string> Dialogues()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var dialogue in Dialogue.All)
            data.Add(dialogue.World, dialogue.Caller, dialogue.Does, dialogue.Hears);
        return data;
    }

    [Theory]
    [MemberData(nameof(Dialogues))]
    public void Whoever_does_this_hears_that(string world, string caller, string does, string hears)
    {
        var dialogue = new Dialogue(world, caller, does, hears);

        Assert.True(dialogue.IsKept(Script.Shipped), string.Join(' ', dialogue.Play(Script.Shipped)));
    }
}
