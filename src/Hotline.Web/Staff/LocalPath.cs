namespace Hotline.Web.Staff;

/// <summary>Where to go after signing in. Only a path of our own: an address from a link must not lead a person elsewhere.</summary>
public static class LocalPath
{
    public static string Or(string? wanted, string otherwise) =>
        wanted is ['/', ..] && wanted is not ['/', '/' or '\\', ..] && !wanted.Any(char.IsControl) ? wanted : otherwise;
}
