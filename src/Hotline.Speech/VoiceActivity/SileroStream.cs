using Microsoft.ML.OnnxRuntime;

namespace Hotline.Speech;

/// <summary>One pass of the network over one recording. The network takes 8,000 or 16,000 samples per second.</summary>
internal sealed class SileroStream : IDisposable
{
    private static readonly string[] Inputs = ["input", "state", "sr"];
    private static readonly string[] Outputs = ["output", "stateN"];

    private readonly InferenceSession session;
    private readonly RunOptions run = new();
    private readonly int context;
    private readonly float[] input;
    private readonly float[] state = new float[2 * 128];
    private readonly float[] nextState = new float[2 * 128];
    private readonly float[] probability = new float[1];
    private readonly OrtValue[] inputs;
    private readonly OrtValue[] outputs;

    public SileroStream(InferenceSession session, int sampleRate)
    {
        this.session = session;
        WindowSize = sampleRate == 16_000 ? 512 : 256;
        context = WindowSize / 8;
        input = new float[context + WindowSize];
        inputs =
        [
            OrtValue.CreateTensorValueFromMemory(input, [1, input.Length]),
            OrtValue.CreateTensorValueFromMemory(state, [2, 1, 128]),
            OrtValue.CreateTensorValueFromMemory(new long[] { sampleRate }, []),
        ];
        outputs =
        [
            OrtValue.CreateTensorValueFromMemory(probability, [1, 1]),
            OrtValue.CreateTensorValueFromMemory(nextState, [2, 1, 128]),
        ];
    }

    public int WindowSize { get; }

    /// <param name="window">At most <see cref="WindowSize"/> samples; a shorter last window is filled with silence.</param>
    public float Next(ReadOnlySpan<float> window)
    {
        var fresh = input.AsSpan(context);
        fresh.Clear();
        window.CopyTo(fresh);

        session.Run(run, Inputs, inputs, Outputs, outputs);

        nextState.CopyTo(state, 0);
        input.AsSpan(WindowSize).CopyTo(input);

        return probability[0];
    }

    public void Dispose()
    {
        foreach (var value in inputs.Concat(outputs))
        {
            value.Dispose();
        }

        run.Dispose();
        Array.Clear(input);
    }
}
