using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Serialization;

namespace Enrollment.Api.Review;

/// <summary>What differs between two states of one application (R10: in another round the reviewer sees what changed).</summary>
public sealed record Changes(
    ValueList<FieldChange> Fields,
    ValueList<ImageChange> ImagesAdded,
    ValueList<ImageChange> ImagesRemoved
)
{
    public static Changes None { get; } = new([], [], []);

    public static Changes Between(Application before, Application after, Language language) =>
        new(
            [
                .. FormFields
                    .Changed(before.Form, after.Form)
                    .Select(field => new FieldChange(
                        field,
                        FormFields.NameOf(field, language),
                        ValueOf(before.Form, field),
                        ValueOf(after.Form, field),
                        FieldWords.Of(before.Form, field, language),
                        FieldWords.Of(after.Form, field, language)
                    )),
            ],
            OnlyIn(after, before, language),
            OnlyIn(before, after, language)
        );

    /// <summary>The state as it was when something happened for the last time, or null when it never did.</summary>
    public static Application? StateAt(
        ApplicationId id,
        IReadOnlyList<Happened> events,
        Func<Application, Event, bool> isIt
    )
    {
        Application? found = null;
        var state = Application.Unopened(id);
        foreach (var one in events)
        {
            state = Lifecycle.Evolve(state, one);
            found = isIt(state, one.Event) ? state : found;
        }
        return found;
    }

    private static ValueList<ImageChange> OnlyIn(Application one, Application other, Language language) =>
        [
            .. one
                .Images.Where(image => image.ReceivedAt is not null && other.FindImage(image.Id) is null)
                .Select(image => new ImageChange(
                    image.Id,
                    image.Slot,
                    Slots.NameOf(image.Slot, language),
                    Slots.NameOf(image.Page, language)
                )),
        ];

    /// <summary>A field's value as the form's own JSON writes it.</summary>
    private static JsonNode? ValueOf(Form form, FormField field) =>
        JsonSerializer
            .SerializeToNode(FormFields.Only(form, [field]), StoredJson.Options)
            ?[WireName.Of(field)]?.DeepClone();
}

/// <param name="Before">As the form's own JSON writes it.</param>
/// <param name="BeforeText">As people read it.</param>
public sealed record FieldChange(
    FormField Field,
    string Name,
    JsonNode? Before,
    JsonNode? After,
    string? BeforeText,
    string? AfterText
);

public sealed record ImageChange(ImageId Id, Slot Slot, string SlotName, string PageName);
