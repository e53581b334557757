using System.Text.Json;

namespace Hotline.Speech.Tests;

/// <summary>The OpenAI transcription contract, and the ways in which real servers answer it.</summary>
internal static class OpenAiContract
{
    public const string Path = "/v1/audio/transcriptions";

    private static readonly string[] Fields = ["file", "model", "language", "response_format", "temperature", "prompt"];

    /// <summary>Null when the request is right.</summary>
    public static Reply? Check(SpeechCall call)
    {
        if (!call.Headers.TryGetValue("Authorization", out var authorization) || authorization != $"Bearer {SpeechServer.Key}")
        {
            return Reply.Json(401, """{"error":{"message":"Incorrect API key provided","type":"invalid_request_error","code":"invalid_api_key"}}""");
        }

        if (call.Method != "POST" || call.Part("file") is not { FileName: not null } || call.Text("model") is null or "")
        {
            return Reply.Json(422, """{"detail":[{"type":"missing","loc":["body","file"],"msg":"Field required"}]}""");
        }

        return call.Parts.FirstOrDefault(part => !Fields.Contains(part.Name, StringComparer.Ordinal) || (part.Name != "file" && part.ContentType is not null)) is { } odd
            ? Reply.Json(400, JsonSerializer.Serialize(new { error = new { message = $"unexpected {odd.Name}", code = "unknown_parameter" } }))
            : null;
    }

    public static Reply Transcript(string words) => Reply.Json(200, $$"""
        {"task":"transcribe","language":"ko","duration":4.332499980926514,"text":{{JsonSerializer.Serialize(words)}},
         "segments":[{"id":0,"seek":0,"start":0.0,"end":4.32,"text":{{JsonSerializer.Serialize(words)}},"tokens":[1,2],"temperature":0.0,"avg_logprob":-0.21,"compression_ratio":0.9,"no_speech_prob":0.02}]}
        """);
}
