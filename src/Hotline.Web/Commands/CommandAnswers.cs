using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hotline.Web.Commands;

/// <summary>How every command answers: text on standard output and 0, a fault that was found and 1, or one sentence about bad input and 2.</summary>
internal static class CommandAnswers
{
    private const int Fault = 1;
    private const int BadInput = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Written for a terminal or a script, never into a page: Hangul stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Print(this ParseResult given, string text)
    {
        given.InvocationConfiguration.Output.WriteLine(text);
        return 0;
    }

    public static int PrintJson(this ParseResult given, object value) => given.Print(JsonSerializer.Serialize(value, Json));

    /// <summary>The command did what it was asked to, and what it found is not as it should be.</summary>
    public static int PrintFault(this ParseResult given, string text)
    {
        given.Print(text);
        return Fault;
    }

    public static int Refuse(this ParseResult given, string sentence)
    {
        given.InvocationConfiguration.Error.WriteLine(sentence);
        return BadInput;
    }
}
