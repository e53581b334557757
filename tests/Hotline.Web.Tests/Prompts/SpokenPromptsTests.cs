using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hotline.Web.Prompts;

namespace Hotline.Web.Tests.Prompts;

public sealed partial class SpokenPromptsTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "prompts");

    [Fact]
    public void Every_prompt_that_the_service_says_is_shipped_and_has_only_placeholders_that_are_filled()
    {
        var prompts = PromptCatalogue.Load(Shipped, SpokenPrompts.All);

        Assert.Superset(SpokenPrompts.All.Keys.ToHashSet(), prompts.Keys.ToHashSet());
    }

    [Fact]
    public void Every_prompt_that_the_sources_name_is_listed()
    {
        var shipped = PromptCatalogue.Load(Shipped, []).Keys.ToHashSet();
        var sources = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(sources);

        var named = sources.SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value)).Where(shipped.Contains);

        Assert.Subset(SpokenPrompts.All.Keys.ToHashSet(), named.ToHashSet());
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex("\"(?<key>[a-z]+(\\.[a-zA-Z]+)*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literal();
}
