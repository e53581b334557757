using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Sealing;

/// <summary>Section <c>DataProtection</c>: the key ring that wraps every data key and cookie. All nodes share it.</summary>
public sealed class KeyRingOptions
{
    /// <summary>A directory that all nodes share. Empty: <c>.local/keys</c>, never in Production.</summary>
    public string KeyRingPath { get; set; } = "";

    /// <summary>PKCS#12 file whose key encrypts the key ring at rest. Required in Production.</summary>
    public string CertificatePath { get; set; } = "";

    public string CertificatePassword { get; set; } = "";
}

/// <summary>Finds every fault of the section at once.</summary>
public sealed class KeyRingOptionsValidation(IHostEnvironment environment) : IValidateOptions<KeyRingOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyRingOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(KeyRingOptions options)
    {
        if (environment.IsProduction() && options.KeyRingPath.Length == 0)
            yield return "DataProtection:KeyRingPath must name a directory that all nodes share.";
        if (environment.IsProduction() && options.CertificatePath.Length == 0)
            yield return "DataProtection:CertificatePath must name a PKCS#12 file: without it the keys of every record would lie in the open.";
        if (CertificateFault(options) is { } fault)
            yield return fault;
    }

    /// <returns>Null when the certificate can be used, or none is configured.</returns>
    public static string? CertificateFault(KeyRingOptions options)
    {
        if (options.CertificatePath.Length == 0)
            return null;
        if (!File.Exists(options.CertificatePath))
            return "DataProtection:CertificatePath names a file that does not exist.";
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword);
            return certificate.HasPrivateKey ? null : "DataProtection:CertificatePath has no private key in it.";
        }
        catch (CryptographicException)
        {
            return "DataProtection:CertificatePath cannot be opened with DataProtection:CertificatePassword, or is not PKCS#12.";
        }
    }
}
