using Hotline.CallFlow.Speech;
using Hotline.Web.Prompts;

namespace Hotline.CallFlow.Tests.Prompts;

public sealed class PromptCatalogueTests : IDisposable
{
    private static readonly Dictionary<string, Spoken> NoValues = new(StringComparer.Ordinal);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("prompts-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void A_prompt_comes_out_ready_for_a_voice()
    {
        Write("a.tsv", "a.ref\t접수번호는, {refDigits}. 상담원은 0번입니다.\tThe number is, {refDigits}. Or call 1366.");

        var prompts = PromptCatalogue.Load(directory.FullName, ["a.ref"]);
        var values = new Dictionary<string, Spoken>(StringComparer.Ordinal) { ["refDigits"] = new Spoken.Reference("47209315") };

        Assert.Equal("접수번호는, 사칠, 이공, 구삼, 일오. 상담원은 영 번입니다.", prompts.Text("a.ref", Language.Korean, values));
        Assert.Equal("The number is, 4 7, 2 0, 9 3, 1 5. Or call 1 3 6 6.", prompts.Text("a.ref", Language.English, values));
    }

    [Fact]
    public void The_tables_of_a_directory_are_one_catalogue()
    {
        Write("a.tsv", "a.one\t하나\tone");
        Write("b.tsv", "b.two\t둘\ttwo");

        var prompts = PromptCatalogue.Load(directory.FullName, []);

        Assert.Equal("a.one b.two", string.Join(" ", prompts.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_fault_stops_the_start_in_one_message()
    {
        Write("a.tsv",
            "a.one\t하나\tone",
            "a.one\t하나\tone",
            "a.empty\t \tnothing",
            "a.short\t둘",
            "a.names\t{people} 계십니다\t{count} people",
            "a.brace\t{사람\tperson",
            "\t둘\ttwo");
        File.WriteAllText(Path.Combine(directory.FullName, "b.tsv"), "b.one\t하나\tone\n");

        var faults = Assert.Throws<PromptFaultsException>(() => PromptCatalogue.Load(directory.FullName, ["a.one", "c.absent"]));

        Assert.Equal(
            [
                "a.tsv line 4: the Korean text of a.empty is missing.",
                "a.tsv line 5: a row has three cells, key, ko and en, with tabs between them.",
                "a.tsv line 6: a.names has {people} in Korean but {count} in English.",
                "a.tsv line 7: the Korean text of a.brace has a brace that belongs to no placeholder.",
                "a.tsv line 8: the key is missing.",
                "b.tsv: the first line must be key, ko and en with tabs between them.",
                "The key a.one stands 2 times.",
                "The prompt c.absent is missing.",
            ],
            faults.Faults);
        Assert.All(faults.Faults, fault => Assert.Contains(fault, faults.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_or_absent_directory_stops_the_start()
    {
        Assert.Throws<PromptFaultsException>(() => PromptCatalogue.Load(directory.FullName, []));
        Assert.Throws<PromptFaultsException>(() => PromptCatalogue.Load(Path.Combine(directory.FullName, "absent"), []));
    }

    [Fact]
    public void A_value_that_is_missing_is_named()
    {
        Write("a.tsv", "a.one\t{people} 계십니다\t{people} ahead");
        var prompts = PromptCatalogue.Load(directory.FullName, []);

        var fault = Assert.Throws<InvalidOperationException>(() => prompts.Text("a.one", Language.Korean, NoValues));

        Assert.Equal("Prompt a.one needs a value for {people}.", fault.Message);
    }

    [Fact]
    public void A_value_that_looks_like_a_placeholder_is_not_filled_again()
    {
        Write("a.tsv", "a.one\t{name}\t{name}");
        var prompts = PromptCatalogue.Load(directory.FullName, []);

        var text = prompts.Text("a.one", Language.English, new Dictionary<string, Spoken>(StringComparer.Ordinal) { ["name"] = new Spoken.Words("{name}", "{name}") });

        Assert.Equal("{name}", text);
    }

    [Fact]
    public void An_unknown_key_is_refused()
    {
        Write("a.tsv", "a.one\t하나\tone");
        var prompts = PromptCatalogue.Load(directory.FullName, []);

        Assert.Throws<KeyNotFoundException>(() => prompts.Text("a.two", Language.Korean, NoValues));
        Assert.Throws<KeyNotFoundException>(() => prompts.Version("a.two"));
    }

    [Fact]
    public void The_version_changes_with_the_wording_of_either_language_and_with_nothing_else()
    {
        Write("a.tsv", "a.one\t하나\tone", "a.same\t하나\tone", "a.ko\t하나.\tone", "a.en\t하나\tone.");

        var prompts = PromptCatalogue.Load(directory.FullName, []);

        Assert.Matches("^[0-9a-f]{12}$", prompts.Version("a.one"));
        Assert.Equal(prompts.Version("a.one"), prompts.Version("a.same"));
        Assert.Equal(3, new HashSet<string>(StringComparer.Ordinal) { prompts.Version("a.one"), prompts.Version("a.ko"), prompts.Version("a.en") }.Count);
    }

    [Fact]
    public void Windows_line_ends_are_no_fault()
    {
        File.WriteAllText(Path.Combine(directory.FullName, "a.tsv"), "key\tko\ten\r\na.one\t하나\tone\r\n");

        var prompts = PromptCatalogue.Load(directory.FullName, []);

        Assert.Equal("one", prompts.Text("a.one", Language.English, NoValues));
    }

    private void Write(string name, params string[] rows) =>
        File.WriteAllLines(Path.Combine(directory.FullName, name), rows.Prepend("key\tko\ten"));
}
