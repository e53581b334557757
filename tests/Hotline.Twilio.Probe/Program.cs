using System.Text;
using System.Text.Json;
using Hotline.Twilio.Webhooks;

// Reads one request a line as JSON and answers true or false: what the conformance kit's check-vectors.mjs and
// fuzz-signature.mjs ask of a validator under test.
using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
while (await input.ReadLineAsync() is { } line)
{
    using var request = JsonDocument.Parse(line);
    string? Text(string name) => request.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    var seen = new SignedRequest(Text("method")!, Text("url")!, Text("contentType"), Encoding.UTF8.GetBytes(Text("body") ?? ""));
    await output.WriteLineAsync(RequestSignature.IsValid(seen, Text("signature"), [Text("authToken")!]) ? "true" : "false");
}
