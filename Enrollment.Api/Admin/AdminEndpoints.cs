using Enrollment.Api.Access;
using Enrollment.Api.Operation;
using Enrollment.Api.Review;
using Enrollment.Api.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>The administrator's endpoints (管理员).</summary>
public static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").RequireAuthorization(Policies.Admin).WithTags("admin").RefuseBadCursors();
        admin.MapGet("/applications", ReviewQueue.ListAsync).WithName("AdminList");
        admin.MapAccounts();
        admin.MapAccountsImport();
        admin.MapSeasonSettings();
        admin.MapAdmissionRules();
        admin.MapPreviews();
        admin.MapTextMessages();
        admin.MapTextTemplates();
        admin.MapStatistics();
        admin.MapSheets();
        admin.MapBundles();
        admin.MapStaffAccounts();
        admin.MapJournal();
        admin.MapPersonalData();
        admin.MapOperation();
        admin.MapRetention();
    }
}
