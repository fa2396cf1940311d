using Enrollment.Seasons;

namespace Enrollment.Server.Simulation;

/// <summary>What each <see cref="Fate"/> does and when, in days after the accounts were opened.</summary>
/// <param name="opens">The day on which this candidate's account is opened.</param>
internal sealed class Scripts(Timetable timetable, Office office, Season season, Pace pace, DateOnly opens)
{
    public Task PlayAsync(Fate fate, Candidate who, int index) =>
        fate switch
        {
            Fate.Straight => PaidAsync(who, index),
            Fate.Careless => CarelessAsync(who, index),
            Fate.ReturnedOnce => ReturnedOnceAsync(who, index),
            Fate.Unreachable or Fate.Silent => Task.CompletedTask,
            Fate.TooLate => TooLateAsync(who),
            Fate.Reopened => ReopenedAsync(who, index),
            Fate.Extended => ExtendedAsync(who, index),
            Fate.ReturnedSilent => ReturnedAsync(who, index),
            Fate.Rejected => RejectedAsync(who, index),
            Fate.Withdraws => WithdrawsAsync(who, index),
            Fate.NotReviewed => FilledInAsync(who, index),
            Fate.NoShow => FetchedAsync(who, index),
            Fate.PrintedByDesk => PrintedByDeskAsync(who, index),
            Fate.Owes => OwesAsync(who, index),
            Fate.Unpaid => VerifiedAsync(who, index),
            Fate.Mispaid => MispaidAsync(who, index),
            Fate.Refunded => RefundedAsync(who, index),
        };

    private async Task FilledInAsync(Candidate who, int index)
    {
        await EveningAsync(1 + index % pace.FillInDays, index);
        await who.FillInAsync();
    }

    private async Task CarelessAsync(Candidate who, int index)
    {
        await EveningAsync(1, index);
        await who.SignInAsync();
        await who.ConsentAsync();
        await who.TryWrongImagesAsync();
        await EveningAsync(2, index);
        await who.FillInAsync();
        await ApprovedAsync(who, index);
        await FetchAsync(who, index);
        await PayAsync(who, index);
    }

    private async Task ReviewedAsync(Candidate who, int index)
    {
        await FilledInAsync(who, index);
        await ApprovedAsync(who, index);
    }

    private async Task ApprovedAsync(Candidate who, int index)
    {
        await AtAsync(pace.ReviewDay, 9 + index % 8);
        await office.ApproveAsync(who.Id);
    }

    private async Task FetchedAsync(Candidate who, int index)
    {
        await ReviewedAsync(who, index);
        await FetchAsync(who, index);
    }

    private async Task FetchAsync(Candidate who, int index)
    {
        await EveningAsync(pace.FetchDay, index);
        await who.FetchPapersAsync();
    }

    private async Task PaidAsync(Candidate who, int index)
    {
        await FetchedAsync(who, index);
        await PayAsync(who, index);
    }

    private async Task PayAsync(Candidate who, int index)
    {
        await AtAsync(pace.OnSiteDay, 9 + index % 8);
        await office.VerifyAsync(who.Id);
        await office.PayAsync(who.Id, SlipOf(index));
    }

    private async Task ReturnedAsync(Candidate who, int index)
    {
        await FilledInAsync(who, index);
        await AtAsync(pace.ReviewDay, 9 + index % 8);
        await office.ReturnAsync(who.Id, await office.PhotoTargetAsync(who.Id));
    }

    private async Task ReturnedOnceAsync(Candidate who, int index)
    {
        await ReturnedAsync(who, index);
        await EveningAsync(pace.AnswerDay, index);
        await who.AnswerReturnAsync();
        await AtAsync(pace.AnswerDay + 2, 10);
        await office.ApproveAsync(who.Id);
        await EveningAsync(pace.AnswerDay + 3, index);
        await who.FetchPapersAsync();
        await PayAsync(who, index);
    }

    private async Task TooLateAsync(Candidate who)
    {
        await EveningAsync(1, 0);
        await who.SignInAsync();
        await who.ConsentAsync();
        await who.SaveHalfAsync();
        await timetable.UntilAsync(FirstDeadline.AddMinutes(-30));
        await who.SignInAsync();
        await who.SaveWholeAsync();
        await timetable.UntilAsync(FirstDeadline.AddSeconds(1));
        var answer = await who.TrySubmitAsync();
        if (answer.Code is not ("deadline-passed" or "not-in-this-stage"))
        {
            throw new InvalidOperationException($"A late submission was answered {answer.Status} {answer.Code}.");
        }
    }

    private async Task ReopenedAsync(Candidate who, int index)
    {
        await EveningAsync(2, index);
        await who.SignInAsync();
        await AtAsync(9, 10);
        await office.ReopenAsync(who.Id, opens.AddDays(13));
        await EveningAsync(10, index);
        await who.FillInAsync();
        await ApprovedAsync(who, index);
        await FetchAsync(who, index);
        await PayAsync(who, index);
    }

    private async Task ExtendedAsync(Candidate who, int index)
    {
        await EveningAsync(3, index);
        await who.SignInAsync();
        await AtAsync(4, 10);
        await office.ExtendAsync(who.Id, opens.AddDays(12));
        await EveningAsync(11, index);
        await who.FillInAsync();
        await ApprovedAsync(who, index);
        await FetchAsync(who, index);
        await PayAsync(who, index);
    }

    private async Task RejectedAsync(Candidate who, int index)
    {
        await FilledInAsync(who, index);
        await AtAsync(pace.ReviewDay, 9 + index % 8);
        await office.RejectAsync(who.Id);
    }

    private async Task WithdrawsAsync(Candidate who, int index)
    {
        await FilledInAsync(who, index);
        await EveningAsync(6, index);
        await who.WithdrawAsync();
    }

    private async Task PrintedByDeskAsync(Candidate who, int index)
    {
        await ReviewedAsync(who, index);
        await AtAsync(pace.OnSiteDay, 8);
        await office.PrintAsync(who.Id);
        await PayAsync(who, index);
    }

    private async Task OwesAsync(Candidate who, int index)
    {
        await FetchedAsync(who, index);
        await AtAsync(pace.OnSiteDay, 9 + index % 8);
        await office.CheckOriginalsAsync(who.Id, "appointment-document");
        (await office.TryVerifyAsync(who.Id)).ExpectCode("originals-owed");
        await AtAsync(pace.SecondVisitDay, 9 + index % 8);
        await office.VerifyAsync(who.Id);
        await office.PayAsync(who.Id, SlipOf(index));
    }

    private async Task VerifiedAsync(Candidate who, int index)
    {
        await FetchedAsync(who, index);
        await AtAsync(pace.OnSiteDay, 9 + index % 8);
        await office.VerifyAsync(who.Id);
    }

    private async Task MispaidAsync(Candidate who, int index)
    {
        await VerifiedAsync(who, index);
        await office.PayAsync(who.Id, SlipOf(index + 1));
        await office.ReverseAsync(who.Id);
        await office.PayAsync(who.Id, SlipOf(index));
    }

    private async Task RefundedAsync(Candidate who, int index)
    {
        await PaidAsync(who, index);
        await AtAsync(pace.SecondVisitDay, 15);
        await office.RefundAsync(who.Id);
    }

    /// <summary>Of an account whose text was received on the day of opening.</summary>
    private DateTimeOffset FirstDeadline => Deadline.AfterReceipt(season, ChinaTime.At(opens, new TimeOnly(10, 0)));

    private static string SlipOf(int index) => $"42000{index:00000}";

    private Task EveningAsync(int day, int index) => AtAsync(day, 19 + index % 3);

    /// <summary>On the hour, so that those of the same hour act side by side.</summary>
    private Task AtAsync(int day, int hour) =>
        timetable.UntilAsync(ChinaTime.At(opens.AddDays(day), new TimeOnly(hour, 0)));
}
