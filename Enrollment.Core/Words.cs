namespace Enrollment;

/// <summary>The same words in both languages, side by side where they are written down.</summary>
public readonly record struct Words(string Zh, string En)
{
    public string In(Language language) =>
        language switch
        {
            Language.Chinese => Zh,
            Language.English => En,
        };
}
