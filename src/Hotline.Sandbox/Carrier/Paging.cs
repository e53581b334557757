using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Hotline.Sandbox.Carrier;

/// <summary>A page of a list, with the relative address of the next one.</summary>
internal static class Paging
{
    public static IResult Page<T>(HttpContext context, string name, IEnumerable<T> items, Func<T, object> shape)
    {
        var all = items.ToList();
        var size = Math.Clamp(Number(context, "PageSize", 50), 1, 1000);
        var page = Math.Max(0, Number(context, "Page", 0));
        var start = page * size;
        var shown = all.Skip(start).Take(size).Select(shape).ToList();
        return Results.Json(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [name] = shown,
            ["end"] = start + Math.Max(0, shown.Count - 1),
            ["first_page_uri"] = Uri(context, 0, size),
            ["next_page_uri"] = start + size < all.Count ? Uri(context, page + 1, size) : null,
            ["page"] = page,
            ["page_size"] = size,
            ["previous_page_uri"] = page > 0 ? Uri(context, page - 1, size) : null,
            ["start"] = start,
            ["uri"] = Uri(context, page, size),
        });
    }

    private static string Uri(HttpContext context, int page, int size)
    {
        var query = context.Request.Query.Where(pair => pair.Key is not ("Page" or "PageSize" or "PageToken")).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        query["PageSize"] = size.ToString(CultureInfo.InvariantCulture);
        query["Page"] = page.ToString(CultureInfo.InvariantCulture);
        query["PageToken"] = "PA" + page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(context.Request.Path, query);
    }

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
