using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Hotline.Web.Commands;

/// <summary>
/// The Mermaid text of the script as a picture that needs no other program. Each place stands once, beside the place from which it is
/// first reached; that way is an arrow, every other way out is a line inside the box, so that no arrows cross.
/// </summary>
internal static partial class ScriptPicture
{
    private const int Width = 250;
    private const int Gap = 70;
    private const int Line = 20;
    private const int Space = 16;

    public static string Svg(string mermaid)
    {
        var titles = Box().Matches(mermaid).ToDictionary(box => box.Groups["name"].Value, box => box.Groups["title"].Value, StringComparer.Ordinal);
        var ways = Arrow().Matches(mermaid)
            .Select(arrow => new Way(arrow.Groups["from"].Value, arrow.Groups["label"].Value, arrow.Groups["to"].Value))
            .ToLookup(way => way.From, StringComparer.Ordinal);
        var places = Reached(titles.Keys.ToList(), ways);
        var heights = 0;
        foreach (var root in places.Values.Where(place => place.Parent is null))
            heights = PutDown(root, places, heights);

        var svg = new StringBuilder();
        foreach (var place in places.Values)
            Draw(place, titles, places, svg);
        var width = (places.Values.Max(place => place.Depth) * (Width + Gap)) + Width + (2 * Space);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {heights + (2 * Space)}" width="{width}" height="{heights + (2 * Space)}" font-family="'Noto Sans KR', 'Malgun Gothic', sans-serif" font-size="13">
            <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#456"/></marker></defs>
            <rect width="100%" height="100%" fill="#fff"/>
            <g transform="translate({Space} {Space})">
            {svg}</g>
            </svg>

            """);
    }

    /// <summary>Breadth first, so that a place stands where a caller comes soonest; places that nobody leads to begin anew.</summary>
    private static Dictionary<string, Place> Reached(List<string> names, ILookup<string, Way> ways)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var root in names)
        {
            var waiting = new Queue<Place>();
            if (places.TryAdd(root, new Place(root, null, 0, [.. ways[root]])))
                waiting.Enqueue(places[root]);
            while (waiting.TryDequeue(out var place))
            {
                foreach (var way in place.Ways)
                {
                    var next = new Place(way.To, place, place.Depth + 1, [.. ways[way.To]]);
                    if (places.TryAdd(way.To, next))
                        waiting.Enqueue(next);
                }
            }
        }

        return places;
    }

    /// <returns>The height at which the next box may begin.</returns>
    private static int PutDown(Place place, Dictionary<string, Place> places, int top)
    {
        place.Top = top;
        var below = top;
        foreach (var child in places.Values.Where(other => ReferenceEquals(other.Parent, place)))
            below = PutDown(child, places, below);
        return Math.Max(below, top + place.Height + Space);
    }

    private static void Draw(Place place, Dictionary<string, string> titles, Dictionary<string, Place> places, StringBuilder svg)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{place.Left}" y="{place.Top}" width="{Width}" height="{place.Height}" rx="6" fill="#eef3f8" stroke="#456"/>""").Append('\n');
        Text(svg, place.Left + 10, place.Top + 17, titles[place.Name], bold: true);
        for (var i = 0; i < place.Ways.Length; i++)
        {
            var (way, y) = (place.Ways[i], place.Top + ((i + 2) * Line) - 3);
            Text(svg, place.Left + 10, y, $"{way.Label} → {titles[way.To]}", bold: false);
            // Of two ways to the same neighbour the first is drawn.
            if (places[way.To] is { } to && ReferenceEquals(to.Parent, place) && Array.FindIndex(place.Ways, other => string.Equals(other.To, way.To, StringComparison.Ordinal)) == i)
            {
                var (x, end) = (place.Left + Width, to.Top + 13);
                svg.Append(CultureInfo.InvariantCulture, $"""<path d="M{x} {y - 4}C{x + (Gap / 2)} {y - 4} {x + (Gap / 2)} {end} {to.Left} {end}" fill="none" stroke="#456" marker-end="url(#tip)"/>""").Append('\n');
            }
        }
    }

    private static void Text(StringBuilder svg, int x, int y, string text, bool bold) => svg
        .Append(CultureInfo.InvariantCulture, $"""<text x="{x}" y="{y}"{(bold ? " font-weight=\"700\"" : "")}>{WebUtility.HtmlEncode(text)}</text>""")
        .Append('\n');

    [GeneratedRegex("^ +(?<name>[A-Za-z0-9]+)[\\[(]+\"(?<title>[^\"]*)\"[\\])]+\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Box();

    [GeneratedRegex(
        "^ +(?<from>[A-Za-z0-9]+) (-- \"(?<label>[^\"]*)\" -->|-\\. (?<label>.*?) \\.->) (?<to>[A-Za-z0-9]+)\r?$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arrow();

    private sealed record Way(string From, string Label, string To);

    private sealed class Place(string name, Place? parent, int depth, Way[] ways)
    {
        public string Name => name;

        public Place? Parent => parent;

        public int Depth => depth;

        public Way[] Ways => ways;

        public int Left => depth * (Width + Gap);

        public int Top { get; set; }

        public int Height => ((ways.Length + 1) * Line) + 8;
    }
}
