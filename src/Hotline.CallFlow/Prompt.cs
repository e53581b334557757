using System.Collections.Immutable;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow;

/// <summary>Something that the caller hears.</summary>
public abstract record Utterance
{
    private protected Utterance()
    {
    }
}

/// <summary>A row of the prompt tables with the values for its placeholders.</summary>
public sealed record Prompt : Utterance
{
    private Prompt(string key, ImmutableSortedDictionary<string, Spoken> values) => (Key, Values) = (key, values);

    public Prompt(string key)
        : this(key, ImmutableSortedDictionary<string, Spoken>.Empty)
    {
    }

    public string Key { get; }

    public ImmutableSortedDictionary<string, Spoken> Values { get; }

    /// <summary>The language that it is spoken in whatever the caller's is; null: the caller's.</summary>
    public Language? In { get; init; }

    public Prompt With(string placeholder, Spoken value) => new(Key, Values.SetItem(placeholder, value)) { In = In };

    public bool Equals(Prompt? other) =>
        other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal) && In == other.In && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}

/// <summary>The caller's own message, played back to the caller.</summary>
public sealed record Playback(string RecordingSid) : Utterance;
