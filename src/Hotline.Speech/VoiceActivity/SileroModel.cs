using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace Hotline.Speech;

/// <summary>
/// The Silero voice activity network (MIT, silero_vad.LICENSE.txt): 32 ms of sound in, one probability out, with a state and
/// the last samples of the window before. One session serves all threads; the state belongs to a <see cref="SileroStream"/>.
/// </summary>
internal sealed class SileroModel : IDisposable
{
    private const string Sha256 = "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3";

    private readonly InferenceSession session;

    /// <exception cref="InvalidDataException">The bytes are not the model that these thresholds were measured with.</exception>
    public SileroModel(byte[] model)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(model)) is not Sha256)
        {
            throw new InvalidDataException("The voice activity model is not the one this service was built for; its hash differs.");
        }

        // One thread is 300 times faster than the recording plays; more would only take cores from calls in progress.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        session = new InferenceSession(model, options);
    }

    public SileroStream Start(int sampleRate) => new(session, sampleRate);

    public void Dispose() => session.Dispose();
}
