namespace Hotline.CallFlow.Tests.Exploration;

/// <summary>A row of dialogues.tsv: in which world who does what, and what is heard then: first of all the first prompt, and the others after it.</summary>
public sealed record Dialogue(string World, string Caller, string Does, string Hears)
{
    public static readonly IReadOnlyList<Dialogue> All =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Exploration", "dialogues.tsv")).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new Dialogue(cells[0], cells[1], cells[2], cells[3])),
    ];

    public bool IsKept(Script script)
    {
        var heard = Play(script);
        var promised = Hears.Split(' ');
        return heard.Length > 0 && string.Equals(heard[0], promised[0], StringComparison.Ordinal) && promised.All(heard.Contains);
    }

    /// <summary>What is really heard; nothing after a crash.</summary>
    public string[] Play(Script script)
    {
        var facts = Facts();
        try
        {
            var turn = Flow.Begin(Kind(), facts, script);
            foreach (var word in Does.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                facts = word switch { "line-closes" => Line.Closed, "line-opens" => Line.Open, _ => facts };
                turn = word switch
                {
                    "line-closes" or "line-opens" => turn,
                    "defect" => Flow.Apology(turn.State),
                    _ => Flow.Advance(turn.State, Input(word), turn.State.InQueue ? facts with { Queue = Place(word) } : facts, script),
                };
                if (turn.Question is not null)
                    turn = Flow.Advance(turn.State, new CallerInput.Answered(new Answer.CallbackNotFound()), facts, script);
            }

            return [.. turn.Reply.Says.OfType<Prompt>().Select(prompt => prompt.Key)];
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }

    private LineFacts Facts() => World switch
    {
        "open" => Line.Open,
        "closed" => Line.Closed,
        "holiday" => Line.Holiday,
        "nobody" => Line.NobodyOnDuty,
        "surge" => Line.Open with { Surge = true },
        "discreet" => Line.Open with { DiscreetGreeting = true, ReadBackLastFour = true },
        "agencies-closed" => Line.Open with { Agencies = Line.Open.Agencies.ToDictionary(row => row.Key, row => row.Value with { DialString = null }, StringComparer.Ordinal) },
        "cut-off" => Line.Open with { CutOffBefore = true },
        _ => throw new InvalidOperationException($"There is no world called {World}."),
    };

    private Caller Kind() => Caller switch
    {
        "listed" => Line.Listed,
        "withheld" => Line.Withheld,
        "abroad" => Line.Abroad,
        "relay" => Line.Relay,
        _ => throw new InvalidOperationException($"There is no caller called {Caller}."),
    };

    private static QueueFacts Place(string word) => new(0, TimeSpan.FromSeconds(5), null, LimitReached: word is "long");

    private static CallerInput Input(string word) => word switch
    {
        "silence" => new CallerInput.Silent(),
        "taps" => new CallerInput.Keyed("55"),
        "number" => new CallerInput.Keyed("01000005678", "+821000005678"),
        "wrong" => new CallerInput.Keyed("12345"),
        "unknown" => new CallerInput.Keyed("11112222"),
        "cleared" => new CallerInput.Keyed("010*"),
        "reference" => new CallerInput.Answered(new Answer.CallbackFound(Line.Reference, HasMessage: true)),
        "recorded" => new CallerInput.Recorded("RE1", TimeSpan.FromSeconds(20), BrokenOff: false, EndedBy: '#'),
        "recorded-again" => new CallerInput.Recorded("RE1", TimeSpan.FromSeconds(20), BrokenOff: false, EndedBy: '*'),
        "empty" => new CallerInput.Recorded(null, TimeSpan.Zero, BrokenOff: false),
        "waited" or "long" => new CallerInput.Waited(),
        "left" => new CallerInput.LeftQueue(QueueExit.Left),
        "served" => new CallerInput.LeftQueue(QueueExit.Served),
        "failed" => new CallerInput.LeftQueue(QueueExit.Failed),
        "connected" => new CallerInput.TransferEnded(Connected: true),
        "not-connected" => new CallerInput.TransferEnded(Connected: false),
        "says-counselor" => new CallerInput.Spoke("상담원"),
        "says-repeat" => new CallerInput.Spoke("다시"),
        "says-stop" => new CallerInput.Spoke("그만"),
        "says-something" => new CallerInput.Spoke("여보세요"),
        [_] => new CallerInput.Keyed(word),
        _ => throw new InvalidOperationException($"Nobody can do '{word}'."),
    };
}
