namespace Enrollment.Applications;

/// <summary>The lifecycle of DESIGN §2 as one pure function each way.</summary>
public static partial class Lifecycle
{
    public static Decision Decide(Seasons.Season season, Application application, Command command, Context context) =>
        new Decision.Refused(new Refusal(RefusalCode.NotInThisStage));

    public static Application Evolve(Application application, Happened happened) => application;
}
