using System.Text.Json.Serialization;
using Enrollment.Materials;

namespace Enrollment.Applications;

/// <summary>
/// Work in the world that an event asks for. Both hosts carry it out; each has a key, so that every repeat is harmless.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(SendText), "send-text")]
[JsonDerivedType(typeof(MakePapers), "make-papers")]
[JsonDerivedType(typeof(DiscardImage), "discard-image")]
[JsonDerivedType(typeof(EndSessions), "end-sessions")]
[JsonDerivedType(typeof(PlaceOrder), "place-order")]
[JsonDerivedType(typeof(WatchOrder), "watch-order")]
[JsonDerivedType(typeof(CloseOrder), "close-order")]
[JsonDerivedType(typeof(RefundMoney), "refund-money")]
public abstract record Effect
{
    private Effect() { }

    /// <summary>Send the queued message; template and variables are in its event, the phone is the account's then.</summary>
    public sealed record SendText(string MessageId) : Effect;

    /// <summary>Write the papers of this version (R11).</summary>
    public sealed record MakePapers(int Version) : Effect;

    /// <summary>Delete a removed image's file.</summary>
    public sealed record DiscardImage(ImageId Image) : Effect;

    /// <summary>Sign the candidate out everywhere: the account was corrected or closed (R1).</summary>
    public sealed record EndSessions : Effect;

    /// <summary>Ask the provider for the order's code (R13).</summary>
    public sealed record PlaceOrder(string OrderNo) : Effect;

    /// <summary>Ask the provider now and then whether it was paid, and close it when it has expired.</summary>
    public sealed record WatchOrder(string OrderNo) : Effect;

    /// <summary>Close it at the provider.</summary>
    public sealed record CloseOrder(string OrderNo) : Effect;

    /// <summary>Have the provider pay back, and ask until it has.</summary>
    public sealed record RefundMoney(string RefundNo) : Effect;
}

/// <summary>An effect with its key, unique in the application, and the instant from which it may be carried out.</summary>
public sealed record PlannedEffect(string Key, Effect Effect, DateTimeOffset DueAt);
