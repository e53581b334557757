using System.Xml.Linq;
using CsCheck;
using Hotline.Conformance;
using Hotline.Twilio.Twiml;

namespace Hotline.Twilio.Tests.Twiml;

public sealed class TwimlRoundTripTests
{
    public static TheoryData<string> Good => [.. Samples("good")];

    public static TheoryData<string> Bad => [.. Samples("bad")];

    [Fact]
    public void Every_document_reads_back_as_it_was_written() =>
        TwimlSamples.Documents.Sample(document => TwimlReader.Read(TwimlWriter.Write(document)) == document, iter: 5000);

    [Fact]
    public void Every_document_we_write_is_taken_by_the_official_declarations() =>
        TwimlSamples.Documents.Sample(document => Assert.Empty(TwimlConformance.Check(TwimlWriter.Write(document))), iter: 1500, threads: 1);

    [Fact]
    public void Every_document_survives_a_second_reading_unchanged() =>
        TwimlSamples.Documents.Sample(document =>
        {
            var xml = TwimlWriter.Write(document);

            Assert.Equal(xml, TwimlWriter.Write(TwimlReader.Read(xml)));
        }, iter: 1000);

    [Theory]
    [MemberData(nameof(Good))]
    public void What_the_official_SDK_wrote_is_read_and_written_canonically_equal(string sample)
    {
        var official = File.ReadAllText(ConformanceKit.PathOf("samples", "good", sample));

        var ours = TwimlWriter.Write(TwimlReader.Read(official));

        Assert.Equal(Canonical(official), Canonical(ours));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_Twilio_would_refuse_is_refused_by_the_reader(string sample)
    {
        var xml = File.ReadAllText(ConformanceKit.PathOf("samples", "bad", sample));

        // Names of voices change at Twilio, so they are configuration here; the official declarations know today's.
        if (sample is "19-bad-voice.xml") Assert.NotEmpty(TwimlConformance.Check(xml));
        else Assert.Throws<TwimlException>(() => TwimlReader.Read(xml));
    }

    private static string[] Samples(string kind) => [.. Directory.GetFiles(ConformanceKit.PathOf("samples", kind)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Canonical(string xml) => Sorted(XElement.Parse(xml, LoadOptions.PreserveWhitespace)).ToString(SaveOptions.DisableFormatting);

    private static XElement Sorted(XElement element) => new(
        element.Name,
        element.Attributes().OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal),
        element.Nodes().Select(node => node is XElement child ? Sorted(child) : node));
}
