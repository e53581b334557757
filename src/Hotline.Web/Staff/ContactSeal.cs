using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Hotline.Web.Staff;

/// <summary>Seals contacts under the key ring, each bound to its person: a sealed value moved to another row does not open.</summary>
public sealed class ContactSeal(IDataProtectionProvider keyRing)
{
    /// <returns>Null where there is nothing to seal.</returns>
    public byte[]? Seal(Guid staffId, Contact? contact) => contact switch
    {
        Contact.Telephone telephone => Protector(staffId).Protect(Encoding.UTF8.GetBytes(telephone.Number)),
        Contact.Sip sip => Protector(staffId).Protect(Encoding.UTF8.GetBytes(sip.Address)),
        _ => null,
    };

    public Contact? Open(Guid staffId, string? kind, byte[]? sealedContact) => kind switch
    {
        null => null,
        "client" => new Contact.Client(),
        "telephone" => new Contact.Telephone(Text(staffId, sealedContact!)),
        "sip" => new Contact.Sip(Text(staffId, sealedContact!)),
        _ => throw new UnreachableException($"The contact kind {kind} is unknown."),
    };

    private string Text(Guid staffId, byte[] sealedContact) => Encoding.UTF8.GetString(Protector(staffId).Unprotect(sealedContact));

    private IDataProtector Protector(Guid staffId) => keyRing.CreateProtector("Hotline.Staff.Contact", staffId.ToString());
}
