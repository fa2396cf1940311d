using Microsoft.AspNetCore.Http;

namespace Enrollment.Api;

/// <summary>Chinese, unless <c>Accept-Language</c> prefers English.</summary>
public static class RequestLanguage
{
    public static Language Language(this HttpContext context)
    {
        var preferred = context
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(one => one.Quality ?? 1)
            .Select(one => one.Value.ToString())
            .FirstOrDefault(tag => Is(tag, "zh") || Is(tag, "en"));
        return preferred is not null && Is(preferred, "en") ? Enrollment.Language.English : Enrollment.Language.Chinese;
    }

    private static bool Is(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith($"{language}-", StringComparison.OrdinalIgnoreCase);
}
