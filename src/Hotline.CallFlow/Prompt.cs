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

    public Prompt With(string placeholder, Spoken value) => new(Key, Values.SetItem(placeholder, value));

    public bool Equals(Prompt? other) =>
        other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}

/// <summary>The caller's own message, played back to the caller.</summary>
public sealed record Playback(string RecordingSid) : Utterance;
