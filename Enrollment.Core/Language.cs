namespace Enrollment;

/// <summary>A language that words for people come in; Chinese unless somebody asks for English.</summary>
public enum Language
{
    Chinese,
    English,
}
