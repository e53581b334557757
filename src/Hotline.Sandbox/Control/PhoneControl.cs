using Hotline.Sandbox.Network;

namespace Hotline.Sandbox.Control;

/// <summary>Phones that the hotline calls: counselors, agencies, callers who asked to be called back.</summary>
internal static class PhoneControl
{
    public static void MapPhoneControl(this RouteGroupBuilder control)
    {
        control.MapGet("/phones", (TelephoneNetwork network) => network.Phones.Select(Shape));
        control.MapPost("/phones", (PhoneOrder order, TelephoneNetwork network) => Results.Json(Shape(network.Phone(order.Address)), statusCode: 201));
        control.MapPost("/phones/answer", (PhoneOrder order, TelephoneNetwork network) => RingingAsync(network, order, phone => phone.AnswerAsync()));
        control.MapPost("/phones/decline", (PhoneOrder order, TelephoneNetwork network) => RingingAsync(network, order, phone => phone.DeclineAsync()));
        control.MapPost("/phones/ignore", (PhoneOrder order, TelephoneNetwork network) => RingingAsync(network, order, phone => phone.IgnoreAsync()));
        control.MapPost("/phones/when-called", (WhenCalledOrder order, TelephoneNetwork network) =>
        {
            if (order.ToWhenCalled() is not { } whenCalled)
                return Results.BadRequest("The answer must be rings, answers, voicemail, declines, busy, never-answers or unreachable.");
            network.Phone(order.Address).WhenCalled = whenCalled;
            return Results.NoContent();
        });
    }

    private static async Task<IResult> RingingAsync(TelephoneNetwork network, PhoneOrder order, Func<SimulatedPhone, Task> act)
    {
        var phone = network.Phone(order.Address);
        if (phone.Ringing is null)
            return Results.Conflict("That phone does not ring.");
        await act(phone);
        return Results.NoContent();
    }

    private static object Shape(SimulatedPhone phone) => new
    {
        phone.Address,
        phone.PresentedAs,
        whenCalled = phone.WhenCalled.GetType().Name,
        ringing = phone.Ringing?.Sid,
        current = phone.Current?.Sid,
        messages = phone.Messages,
    };

    internal sealed record PhoneOrder(string Address);

    /// <param name="Presses">What is pressed at each question, for answers.</param>
    internal sealed record WhenCalledOrder(string Address, string Answer, string? Greeting, string[]? Presses)
    {
        public WhenCalled? ToWhenCalled() => Answer switch
        {
            "rings" => new WhenCalled.Rings(),
            "answers" => new WhenCalled.Answers(Presses ?? []),
            "voicemail" => new WhenCalled.Voicemail(Greeting ?? ""),
            "declines" => new WhenCalled.Declines(),
            "busy" => new WhenCalled.IsBusy(),
            "never-answers" => new WhenCalled.NeverAnswers(),
            "unreachable" => new WhenCalled.IsUnreachable(),
            _ => null,
        };
    }
}
