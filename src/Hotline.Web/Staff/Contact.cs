namespace Hotline.Web.Staff;

/// <summary>
/// How a member of staff is rung. It names a person's telephone, so it is stored sealed, and its text form is only its kind:
/// no log or exception can repeat it by accident.
/// </summary>
public abstract record Contact
{
    private Contact()
    {
    }

    /// <summary>telephone, sip or client.</summary>
    public abstract string Kind { get; }

    public sealed override string ToString() => Kind;

    /// <param name="Number">E.164.</param>
    public sealed record Telephone(string Number) : Contact
    {
        public override string Kind => "telephone";
    }

    /// <param name="Address">Begins with sip: or sips:.</param>
    public sealed record Sip(string Address) : Contact
    {
        public override string Kind => "sip";
    }

    /// <summary>The console in the browser; its address follows from the person's id.</summary>
    public sealed record Client : Contact
    {
        public override string Kind => "client";
    }
}
