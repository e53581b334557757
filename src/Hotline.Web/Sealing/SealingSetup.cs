using System.Security.Cryptography.X509Certificates;
using Hotline.Web.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Sealing;

public static class SealingSetup
{
    public static void AddSealing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<KeyRingOptions>().BindConfiguration("DataProtection").ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeyRingOptions>, KeyRingOptionsValidation>();
        services.AddSingleton<CallKeyStore>();
        services.AddSingleton<NumberIndex>();

        var options = builder.Configuration.GetSection("DataProtection").Get<KeyRingOptions>() ?? new KeyRingOptions();
        var path = options.KeyRingPath.Length > 0 ? options.KeyRingPath : Path.Combine(DatabaseAddress.LocalFolder(builder.Environment.ContentRootPath), "keys");
        var protection = services.AddDataProtection()
            .SetApplicationName("Hotline")
            .PersistKeysToFileSystem(new DirectoryInfo(path));
        // A missing or broken file is told by the validation, together with every other fault.
        if (options.CertificatePath.Length > 0 && KeyRingOptionsValidation.CertificateFault(options) is null)
        {
            protection.ProtectKeysWithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword));
        }
    }
}
