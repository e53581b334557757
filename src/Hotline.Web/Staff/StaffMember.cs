namespace Hotline.Web.Staff;

/// <summary>
/// A person of the centre. They sign in with the e-mail address (lower case), have one of <see cref="Roles"/> and one of
/// <see cref="StaffStatus"/>, and take no calls without a contact. Languages (ko, en) are what they counsel in; gender (woman,
/// man) is for callers who ask for one, null when not stated; skills are free words such as deletion or legal.
/// </summary>
public sealed record StaffMember(
    Guid Id,
    string Email,
    string Name,
    string Role,
    Contact? Contact,
    IReadOnlyList<string> Languages,
    string? Gender,
    IReadOnlyList<string> Skills,
    string Status,
    DateTimeOffset StatusAt,
    DateTimeOffset CreatedAt);
