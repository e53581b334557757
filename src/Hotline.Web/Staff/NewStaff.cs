namespace Hotline.Web.Staff;

/// <summary>A person as somebody typed them in; <see cref="NewStaffRules"/> says what is wrong with it.</summary>
public sealed record NewStaff
{
    public string? Email { get; init; }
    public string? Name { get; init; }
    public string? Role { get; init; }
    public string? Phone { get; init; }
    public string? Sip { get; init; }
    public bool Client { get; init; }
    public string Languages { get; init; } = "ko";
    public string? Gender { get; init; }
    public string Skills { get; init; } = "";

    public IReadOnlyList<string> LanguageList => Words(Languages);

    public IReadOnlyList<string> SkillList => Words(Skills);

    /// <summary>Null: takes no calls.</summary>
    public Contact? Contact =>
        Phone is not null ? new Contact.Telephone(Phone) : Sip is not null ? new Contact.Sip(Sip) : Client ? new Contact.Client() : null;

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
