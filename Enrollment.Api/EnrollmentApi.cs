using Enrollment.Api.Access;
using Enrollment.Api.Access.Providers;
using Enrollment.Api.Admin;
using Enrollment.Api.Archives;
using Enrollment.Api.Candidates;
using Enrollment.Api.Desk;
using Enrollment.Api.Documentation;
using Enrollment.Api.Operation;
using Enrollment.Api.Payments;
using Enrollment.Api.Problems;
using Enrollment.Api.Review;
using Enrollment.Api.Seasons;
using Enrollment.Api.TextMessages;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Retention;
using Enrollment.TextMessages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enrollment.Api;

/// <summary>
/// The HTTP API (DESIGN §7), the same in both hosts. A host adds the ports, <see cref="SignalWork"/>,
/// <see cref="ITextGateway"/> and <see cref="SealKeys"/>.
/// </summary>
public static class EnrollmentApi
{
    public static IServiceCollection AddEnrollmentApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton<ServerClock>()
            .AddSingleton<CommandHandler>()
            .AddSingleton<TextSender>()
            .AddSingleton<TextEffects>()
            .AddSingleton<TextReports>()
            .AddSingleton<PaperMaker>()
            .AddSingleton<PendingWork>()
            .AddSingleton<ImageIntake>()
            .AddSingleton<IImageIntake>(provider => provider.GetRequiredService<ImageIntake>())
            .AddSingleton<DisplayCopies>()
            .AddSingleton<PersonalErasure>()
            .AddSingleton<RetentionJob>()
            .AddSingleton<PersonalArchive>();
        services.Configure<JsonOptions>(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddAccess(configuration);
        services.AddPayments(configuration);
        services.AddOperation(configuration);
        services.AddSingleton<OwnApplication>().AddSingleton<ImageUploads>();
        services.AddApiDocumentation();
        return services;
    }

    /// <summary>What every request passes, in this order; call it once, before anything is mapped.</summary>
    public static void UseEnrollmentApi(this IApplicationBuilder app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseStatusCodePages(EmptyAnswers.WriteAsync);
        app.UseExceptionHandler(_ => { });
        app.UseRouting();
        app.UseMiddleware<BodyLimits>();
        app.UseMiddleware<SameOriginOnly>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Maps every group. Each says its policy; <see cref="EndpointPolicies.Require"/> holds them to it.</summary>
    public static void MapEnrollmentApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        ((IEndpointConventionBuilder)api).Finally(ForgetBodiesOfNoType);
        api.MapHealth();
        api.MapSeason();
        api.MapCandidateSessions();
        api.MapStaffSessions();
        api.MapProviderSessions();
        api.MapOwnPassword();
        api.MapApplication();
        api.MapReview();
        api.MapDesk();
        api.MapAdmin();
        api.MapPaymentNotices();
        api.MapTextReports();
        api.MapPublicAdmissionRules();
        api.MapApiDocumentation();
    }

    /// <summary>The generator of the endpoints takes services that a parameter object brings along for a JSON body.</summary>
    private static void ForgetBodiesOfNoType(EndpointBuilder endpoint)
    {
        foreach (
            var body in endpoint.Metadata.OfType<IAcceptsMetadata>().Where(one => one.RequestType is null).ToList()
        )
        {
            endpoint.Metadata.Remove(body);
        }
    }
}
