using System.Security.Cryptography;
using Hotline.CaseBackend;

namespace Hotline.Web.Hosting;

/// <summary>Where ids come from. Injected, so that a test can foretell them.</summary>
public interface IIdSource
{
    /// <summary>A new id whose order follows the clock.</summary>
    Guid NewId();

    /// <summary>
    /// An eight-digit reference that can be keyed on a telephone: seven random digits and a Luhn check digit, no three equal digits in a row
    /// (they blur when read aloud). Not necessarily unused: the table decides.
    /// </summary>
    string NewReference();
}

public sealed class RandomIds(TimeProvider time) : IIdSource
{
    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    public string NewReference()
    {
        while (true)
        {
            var reference = CaseReference.WithCheckDigit(RandomNumberGenerator.GetInt32(10_000_000));
            if (!HasRun(reference))
                return reference;
        }
    }

    private static bool HasRun(string digits)
    {
        for (var i = 2; i < digits.Length; i++)
        {
            if (digits[i] == digits[i - 1] && digits[i] == digits[i - 2])
                return true;
        }

        return false;
    }
}
