using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Enrollment.Tests.Http;

/// <summary>
/// An endpoint, and who gets past its door. The table is what all tests go through that try something on every endpoint;
/// <see cref="EndpointAccessTests"/> fails when an endpoint is missing from it.
/// </summary>
internal sealed record Door(string Method, string Path, IReadOnlyList<string> For)
{
    /// <summary>Method, path, and who gets past its door.</summary>
    private const string Table = """
        POST   /api/admin/accounts : admin
        POST   /api/admin/accounts/import : admin
        GET    /api/admin/accounts/template.xlsx : admin
        GET    /api/admin/applications : admin
        GET    /api/admin/applications/{id} : admin
        POST   /api/admin/applications/{id}/closing : admin
        POST   /api/admin/applications/{id}/correction : admin
        POST   /api/admin/applications/{id}/erasure : admin
        POST   /api/admin/applications/{id}/extension : admin
        GET    /api/admin/applications/{id}/personal-data : admin
        GET    /api/admin/applications/{id}/personal-data.zip : admin
        POST   /api/admin/applications/{id}/reopening : admin
        POST   /api/admin/applications/{id}/sign-in-code : admin
        GET    /api/admin/applications/{id}/timeline : admin
        GET    /api/admin/exports/applications.xlsx : admin
        GET    /api/admin/exports/documents.pdf : admin
        GET    /api/admin/exports/payments.xlsx : admin
        GET    /api/admin/exports/photos.zip : admin
        GET    /api/admin/exports/roster.xlsx : admin
        GET    /api/admin/journal : admin
        GET    /api/admin/operation : admin
        POST   /api/admin/retention : admin
        GET    /api/admin/season : admin
        PUT    /api/admin/season : admin
        PUT    /api/admin/season/admission-rules : admin
        GET    /api/admin/season/next : admin
        GET    /api/admin/season/preview/{document}.pdf : admin
        POST   /api/admin/season/standards-check : admin
        GET    /api/admin/staff : admin
        POST   /api/admin/staff : admin
        PUT    /api/admin/staff/{id} : admin
        POST   /api/admin/staff/{id}/password : admin
        GET    /api/admin/statistics : admin
        GET    /api/admin/statistics/findings : admin
        GET    /api/admin/text-messages : admin
        POST   /api/admin/text-messages/resend : admin
        POST   /api/admin/text-messages/{id}/resend : admin
        GET    /api/admin/text-templates : admin
        PUT    /api/admin/text-templates : admin
        POST   /api/admin/text-templates/preview : admin
        GET    /api/application : candidate
        POST   /api/application/consents : candidate
        GET    /api/application/documents/{kind}.pdf : candidate
        PUT    /api/application/form : candidate
        GET    /api/application/form/guide : candidate
        GET    /api/application/materials/findings : candidate
        POST   /api/application/materials/{slot}/uploads : candidate
        DELETE /api/application/materials/{slot}/{imageId} : candidate
        GET    /api/application/materials/{slot}/{imageId} : candidate
        GET    /api/application/materials/{slot}/{imageId}/content : candidate
        PUT    /api/application/materials/{slot}/{imageId}/content : candidate
        PUT    /api/application/materials/{slot}/{imageId}/explanation : candidate
        GET    /api/application/personal-data.zip : candidate
        POST   /api/application/submission : candidate
        GET    /api/application/timeline : candidate
        POST   /api/application/withdrawal : candidate
        POST   /api/application/work-history/parse : candidate
        GET    /api/desk/applications : desk
        GET    /api/desk/applications/{id} : desk
        GET    /api/desk/applications/{id}/documents/{kind}.pdf : desk
        PUT    /api/desk/applications/{id}/originals : desk
        GET    /api/desk/applications/{id}/originals-receipt.pdf : desk
        POST   /api/desk/applications/{id}/originals/{item}/return : desk
        POST   /api/desk/applications/{id}/payments : desk
        POST   /api/desk/applications/{id}/payments/manual : desk
        GET    /api/desk/applications/{id}/payments/{orderNo} : desk
        POST   /api/desk/applications/{id}/payments/{orderNo}/close : desk
        GET    /api/desk/applications/{id}/payments/{orderNo}/code.svg : desk
        POST   /api/desk/applications/{id}/payments/{orderNo}/counting : desk
        POST   /api/desk/applications/{id}/payments/{orderNo}/inquiry : desk
        POST   /api/desk/applications/{id}/payments/{orderNo}/refund : desk
        POST   /api/desk/applications/{id}/payments/{orderNo}/reversal : desk
        POST   /api/desk/applications/{id}/printing : desk
        POST   /api/desk/applications/{id}/rejection : desk
        DELETE /api/desk/applications/{id}/verification : desk
        POST   /api/desk/applications/{id}/verification : desk
        GET    /api/desk/held : desk
        GET    /api/desk/payment-methods : desk
        GET    /api/desk/reconciliation : desk admin
        GET    /api/desk/reconciliation.xlsx : desk admin
        GET    /api/desk/reconciliation/differences : desk admin
        GET    /api/desk/refunds : desk
        POST   /api/desk/scan : desk
        GET    /api/docs/favicon.svg : anyone
        GET    /api/docs/scalar.aspnetcore.js : anyone
        GET    /api/docs/scalar.js : anyone
        GET    /api/docs/{documentName} : anyone
        GET    /api/health : anyone
        GET    /api/openapi.json : anyone
        POST   /api/payments/alipay/notify : anyone
        POST   /api/payments/wechat/notify : anyone
        GET    /api/ready : anyone
        GET    /api/review/applications : reviewer
        GET    /api/review/applications/{id} : reviewer
        POST   /api/review/applications/{id}/approval : reviewer
        GET    /api/review/applications/{id}/changes : reviewer
        DELETE /api/review/applications/{id}/claim : reviewer
        PUT    /api/review/applications/{id}/claim : reviewer
        GET    /api/review/applications/{id}/images/{image}/content : reviewer
        POST   /api/review/applications/{id}/images/{image}/override : reviewer
        PUT    /api/review/applications/{id}/marks : reviewer
        POST   /api/review/applications/{id}/notes : reviewer
        PUT    /api/review/applications/{id}/online-verification : reviewer
        POST   /api/review/applications/{id}/rejection : reviewer
        POST   /api/review/applications/{id}/return : reviewer
        POST   /api/review/next : reviewer
        GET    /api/review/reasons : reviewer
        GET    /api/season : anyone
        GET    /api/season/admission-rules : anyone
        GET    /api/season/privacy-notice : anyone
        DELETE /api/session : anyone
        GET    /api/session : anyone
        POST   /api/session : anyone
        POST   /api/session/code : anyone
        PUT    /api/staff/password : reviewer desk admin
        GET    /api/staff/provider-sign-in : anyone
        GET    /api/staff/provider-sign-in/callback : anyone
        POST   /api/staff/session : anyone
        POST   /api/staff/setup : anyone
        GET    /api/staff/sign-in : anyone
        POST   /api/text-messages/reports/alibaba/{key} : anyone
        """;

    public static IReadOnlyList<Door> All { get; } =
    [
        .. Table
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new Door(words[0], words[1], [.. words.Skip(3)])),
    ];

    public HttpMethod HttpMethod => new(Method);

    public bool Changes => Method is not "GET";

    /// <summary>Whom its own signature or secret lets in, and no session.</summary>
    public bool IsForProviders =>
        Path.StartsWith("/api/payments/", StringComparison.Ordinal)
        || Path.StartsWith("/api/text-messages/", StringComparison.Ordinal);

    /// <summary>The names of its parameters, as they stand in the path.</summary>
    public IEnumerable<string> Parameters =>
        Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..part.IndexOf('}')]);

    /// <summary>The endpoints that a host has, as the table writes them.</summary>
    public static IEnumerable<string> MappedIn(EndpointDataSource source) =>
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select $"{method} {PathOf(endpoint.RoutePattern)}";

    /// <summary>The path with something in the place of each parameter.</summary>
    public string With(Func<string, string> valueOf) =>
        Parameters.Aggregate(
            Path,
            (path, name) => path.Replace($"{{{name}}}", valueOf(name), StringComparison.Ordinal)
        );

    public override string ToString() => $"{Method} {Path}";

    /// <summary>Without the constraints of its parameters.</summary>
    private static string PathOf(RoutePattern pattern) =>
        "/"
        + string.Join(
            '/',
            pattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            RoutePatternLiteralPart literal => literal.Content,
                            RoutePatternSeparatorPart separator => separator.Content,
                            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
                            _ => "",
                        }
                    )
                )
            )
        );
}
