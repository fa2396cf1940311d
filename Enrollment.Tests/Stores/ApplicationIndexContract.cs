using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.People;

namespace Enrollment.Tests.Stores;

public abstract class ApplicationIndexContract : StoreContract
{
    private static readonly ApplicationQuery Everything = new() { Season = "2026" };

    [Fact]
    public async Task An_application_is_found_by_the_phone_and_identity_number_of_its_account()
    {
        var application = await AddAsync(Sample.Invited(1));

        Assert.Equal(application.Id, await Store.Index.FindByPhoneAsync("2026", Sample.Phone(1), Stop));
        Assert.Equal(application.Id, await Store.Index.FindByIdentityNumberAsync("2026", Sample.Identity(1), Stop));
        Assert.Null(await Store.Index.FindByPhoneAsync("2027", Sample.Phone(1), Stop));
        Assert.Null(await Store.Index.FindByPhoneAsync("2026", Sample.Phone(2), Stop));
        Assert.Null(await Store.Index.FindByIdentityNumberAsync("2026", Sample.Identity(2), Stop));
    }

    [Fact]
    public async Task A_row_shows_what_the_application_says()
    {
        var application = await AddAsync(Sample.Invited(1));

        var page = await Store.Index.ListAsync(Everything, Stop);

        Assert.Equal(new ApplicationPage([ApplicationSummary.Of(application)], null), page);
    }

    [Fact]
    public async Task Pages_follow_each_other_with_the_longest_in_their_stage_first()
    {
        var stages = new Stage[] { new Stage.Invited(), new Stage.Submitted(null), new Stage.Paid() };
        var expected = new List<ApplicationId>();
        for (var i = 0; i < 11; i++)
        {
            // Pairs share their instant: the id decides.
            var added = Sample.Invited(20 - i).At(stages[i % 3], Now.AddMinutes(i / 2));
            expected.Add((await AddAsync(added)).Id);
        }
        var order = expected.Index().OrderBy(row => row.Index / 2).ThenBy(row => row.Item).Select(row => row.Item);

        Assert.Equal(order, await PagesAsync(Everything with { Limit = 4 }));
        Assert.Equal(order, await PagesAsync(Everything with { Limit = 1 }));
        Assert.Equal(order, await PagesAsync(Everything with { Limit = 200 }));
    }

    [Fact]
    public async Task A_list_keeps_to_the_stages_programme_and_reviewer_asked_for()
    {
        var claim = new Claim(new Actor.Staff("r1", "李审核"), Now);
        var draft = await AddAsync(Sample.Invited(1).At(new Stage.Draft(Now), Now));
        var free = await AddAsync(Sample.Invited(2).At(new Stage.Submitted(null), Now));
        var claimed = await AddAsync(Sample.Invited(3).At(new Stage.Submitted(claim), Now));
        var other = Sample.Invited(4);
        await AddAsync(other with { Account = other.OpenedAccount with { Programme = "法学" } });
        var missed = await AddAsync(Sample.Invited(5) with { IsReceiptMissing = true });
        await AddAsync(Sample.Invited(6, season: "2025"));

        Assert.Equal([free.Id, claimed.Id], await PagesAsync(Everything with { Stages = [StageName.Submitted] }));
        Assert.Equal(
            [draft.Id, free.Id, claimed.Id],
            await PagesAsync(Everything with { Stages = [StageName.Submitted, StageName.Draft] })
        );
        Assert.Equal([claimed.Id], await PagesAsync(Everything with { ClaimedBy = "r1" }));
        Assert.Equal([other.Id], await PagesAsync(Everything with { Programme = "法学" }));
        Assert.Equal([missed.Id], await PagesAsync(Everything with { NeedsAttention = true }));
        Assert.Empty(await PagesAsync(Everything with { ClaimedBy = "r1", Stages = [StageName.Draft] }));
        Assert.Empty(await PagesAsync(Everything with { Programme = "法学", Stages = [StageName.Draft] }));
    }

    [Fact]
    public async Task A_list_keeps_to_those_with_warnings_and_those_that_wait_since_before_an_instant()
    {
        var clean = await AddAsync(Sample.Invited(1).At(new Stage.Submitted(null), Now));
        var warned = await AddAsync(
            Sample.Invited(2).At(new Stage.Submitted(null), Now.AddHours(1)) with
            {
                Images = [Sample.Warned],
            }
        );
        var later = await AddAsync(Sample.Invited(3).At(new Stage.Submitted(null), Now.AddHours(2)));

        Assert.Equal([warned.Id], await PagesAsync(Everything with { HasWarnings = true }));
        Assert.Equal(
            [warned.Id],
            await PagesAsync(Everything with { HasWarnings = true, Stages = [StageName.Submitted], Limit = 1 })
        );
        Assert.Equal([clean.Id], await PagesAsync(Everything with { InStageBefore = Now.AddHours(1) }));
        Assert.Equal(
            [clean.Id, warned.Id],
            await PagesAsync(Everything with { InStageBefore = later.StageSince, Limit = 1 })
        );
        await Store.Applications.CommitAsync(Sample.Saving(warned with { Images = [] }, 1, Now), Stop);
        Assert.Empty(await PagesAsync(Everything with { HasWarnings = true }));
    }

    [Fact]
    public async Task Those_with_payments_and_those_whose_originals_are_held_are_found_while_it_is_so()
    {
        var payment = new Payment
        {
            OrderNo = "o1",
            Method = PaymentMethod.Alipay,
            AmountFen = 100_00,
            TransactionNo = "t1",
            ReceiptNo = "r1",
            PaidAt = Now,
            Reversed = new("误录", Now),
        };
        var row = new OriginalRow
        {
            Item = OriginalItem.AppointmentDocument,
            Result = OriginalResult.Kept,
            By = Sample.Clerk,
            At = Now,
        };
        var paid = await AddAsync(Sample.Invited(1) with { Payments = [payment] });
        var held = await AddAsync(Sample.Invited(2) with { Originals = [row] });
        await AddAsync(Sample.Invited(3));

        Assert.Equal([paid.Id], await PagesAsync(Everything with { HasPayments = true }));
        Assert.Equal([held.Id], await PagesAsync(Everything with { HoldsOriginals = true }));

        var returned = held with { Originals = [row with { ReturnedAt = Now, ReturnedTo = "本人" }] };
        await Store.Applications.CommitAsync(Sample.Saving(returned, 1, Now), Stop);
        Assert.Empty(await PagesAsync(Everything with { HoldsOriginals = true }));
    }

    [Fact]
    public async Task A_claim_that_was_released_leaves_the_reviewers_list()
    {
        var claim = new Claim(new Actor.Staff("r1", "李审核"), Now);
        var claimed = await AddAsync(Sample.Invited(1).At(new Stage.Submitted(claim), Now));
        await Store.Applications.CommitAsync(Sample.Saving(claimed.At(new Stage.Submitted(null), Now), 1, Now), Stop);

        Assert.Empty(await PagesAsync(Everything with { ClaimedBy = "r1" }));
    }

    [Fact]
    public async Task A_search_takes_a_phone_an_identity_number_or_an_application_number()
    {
        var first = await AddAsync(Sample.Invited(1));
        await AddAsync(Sample.Invited(2));

        Assert.Equal([first.Id], await SearchAsync(Sample.Phone(1).Value));
        Assert.Equal([first.Id], await SearchAsync("+86 138 0000 0001"));
        Assert.Equal([first.Id], await SearchAsync(Sample.Identity(1).Value));
        Assert.Equal([first.Id], await SearchAsync(first.Number));
        Assert.Empty(await SearchAsync("202699999"));
    }

    [Fact]
    public async Task An_identity_number_that_the_candidate_typed_is_found_and_takes_nobodys_place()
    {
        var first = Sample.Invited(1);
        first = await AddAsync(
            first with
            {
                Account = first.OpenedAccount with { IdentityNumber = null },
                Form = first.Form with { IdentityNumber = Sample.Identity(2).Value },
            }
        );
        var second = await AddAsync(Sample.Invited(2));

        Assert.Equal([first.Id, second.Id], await SearchAsync(Sample.Identity(2).Value));
    }

    [Fact]
    public async Task A_search_by_name_takes_any_part_of_it()
    {
        var first = await AddAsync(Sample.Invited(1, "欧阳修"));
        var second = await AddAsync(Sample.Invited(2, "欧修阳"));
        var third = await AddAsync(Sample.Invited(3, "阿卜杜拉·买买提"));
        var rare = await AddAsync(Sample.Invited(4, "王𠮷𠮷"));

        Assert.Equal([first.Id], await SearchAsync("欧阳"));
        Assert.Equal([first.Id], await SearchAsync(" 欧 阳修 "));
        Assert.Equal([first.Id, second.Id], await SearchAsync("欧"));
        Assert.Equal([third.Id], await SearchAsync("拉·买买"));
        Assert.Equal([rare.Id], await SearchAsync("𠮷𠮷"));
        Assert.Empty(await SearchAsync("修欧"));
        Assert.Empty(await SearchAsync("欧阳修文"));
        Assert.Equal(4, (await SearchAsync("  ")).Count);
    }

    [Fact]
    public async Task A_changed_name_is_found_and_the_old_one_no_more()
    {
        var application = await AddAsync(Sample.Invited(1, "张三"));
        var renamed = application with { Account = application.OpenedAccount with { Name = "章三" } };
        await Store.Applications.CommitAsync(Sample.Saving(renamed, 1, Now), Stop);

        Assert.Equal([application.Id], await SearchAsync("章三"));
        Assert.Empty(await SearchAsync("张三"));
    }

    [Fact]
    public async Task A_search_is_paged_and_keeps_to_the_stages_asked_for()
    {
        var ids = new List<ApplicationId>();
        for (var i = 1; i <= 5; i++)
        {
            var stage = i == 3 ? new Stage.Paid() : (Stage)new Stage.Invited();
            var added = await AddAsync(Sample.Invited(i, "王小" + (char)('甲' + i)).At(stage, Now.AddMinutes(i)));
            ids.Add(added.Id);
        }

        Assert.Equal(ids, await PagesAsync(Everything with { Text = "王小", Limit = 2 }));
        Assert.Equal([ids[2]], await PagesAsync(Everything with { Text = "王小", Stages = [StageName.Paid] }));
    }

    [Fact]
    public async Task A_cursor_that_is_none_of_ours_is_refused() =>
        await Assert.ThrowsAsync<FormatException>(() =>
            Store.Index.ListAsync(Everything with { Cursor = "nonsense" }, Stop)
        );

    [Fact]
    public async Task Stages_are_counted()
    {
        var first = await AddAsync(Sample.Invited(1));
        await AddAsync(Sample.Invited(2));
        await AddAsync(Sample.Invited(3, season: "2025"));
        await Store.Applications.CommitAsync(Sample.Saving(first.At(new Stage.Draft(Now), Now), 1, Now), Stop);
        await Store.Applications.CommitAsync(Sample.Saving(first.At(new Stage.Draft(Now), Now), 1, Now), Stop);

        Assert.Equal(
            new Dictionary<StageName, int> { [StageName.Invited] = 1, [StageName.Draft] = 1 },
            await Store.Index.CountByStageAsync("2026", Stop)
        );
    }

    [Fact]
    public async Task All_are_read_in_the_order_of_opening()
    {
        var second = await AddAsync(Sample.Invited(2));
        var first = await AddAsync(Sample.Invited(1));
        var other = await AddAsync(Sample.Invited(3, season: "2025"));

        Assert.Equal([first.Id, second.Id], await Store.Index.AllAsync("2026", Stop).ToListAsync(Stop));
        Assert.Equal([first.Id, second.Id, other.Id], await Store.Index.AllAsync(null, Stop).ToListAsync(Stop));
    }

    private Task<List<ApplicationId>> SearchAsync(string text) => PagesAsync(Everything with { Text = text });

    private async Task<List<ApplicationId>> PagesAsync(ApplicationQuery query)
    {
        var ids = new List<ApplicationId>();
        string? cursor = null;
        do
        {
            var page = await Store.Index.ListAsync(query with { Cursor = cursor }, Stop);
            Assert.InRange(page.Items.Count, 0, query.Limit);
            ids.AddRange(page.Items.Select(summary => summary.Id));
            cursor = page.NextCursor;
        } while (cursor is not null);
        return ids;
    }
}
