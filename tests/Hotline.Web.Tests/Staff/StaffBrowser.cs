using System.Net;
using System.Text.RegularExpressions;

namespace Hotline.Web.Tests.Staff;

/// <summary>
/// Opens pages and sends their forms, keeping cookies. Requests are plain http, as they are behind the proxy; the cookies are marked
/// Secure all the same, and a cookie jar of .NET would not send them back.
/// </summary>
public sealed class StaffBrowser(HttpClient client)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>Every Set-Cookie header that came, as it came.</summary>
    public List<string> SetCookies { get; } = [];

    public async Task<Page> OpenAsync(string path, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        return await SendAsync(request);
    }

    /// <summary>Opens the page and sends its form of that name (empty: the only one), with its token and the given fields.</summary>
    public async Task<Page> SubmitAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(path);
        List<KeyValuePair<string, string>> all = [new("__RequestVerificationToken", page.Token)];
        if (form.Length > 0)
        {
            Assert.Contains($"value=\"{form}\"", page.Html, StringComparison.Ordinal);
            all.Add(new("_handler", form));
        }

        all.AddRange(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await PostAsync(path, all);
    }

    public async Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Accept", "text/html");
        return await SendAsync(request);
    }

    public Task<Page> SignInAsync(string email, string password, string path = "/sign-in") =>
        SubmitAsync(path, "sign-in", ("email", email), ("password", password));

    private async Task<Page> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var response = await client.SendAsync(request);
        foreach (var header in response.Headers.TryGetValues("Set-Cookie", out var given) ? given : [])
        {
            SetCookies.Add(header);
            var pair = header.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return new Page(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString);
    }
}

/// <summary>What came back. The location is as it was sent: relative when it leads to ourselves.</summary>
public sealed partial record Page(HttpStatusCode Status, string Html, string? Location)
{
    /// <summary>The form token; empty when the page has none.</summary>
    public string Token => TokenField().Match(Html).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
