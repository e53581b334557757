namespace Hotline.Web.Tests.Harness;

/// <summary>Sound with known content; see the licence beside it.</summary>
public static class Sounds
{
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "audio", name));
}
