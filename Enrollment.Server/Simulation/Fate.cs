namespace Enrollment.Server.Simulation;

/// <summary>How one simulated candidate's application goes; together they reach every stage and every way out of it.</summary>
internal enum Fate
{
    /// <summary>Everything right at the first try, to the payment.</summary>
    Straight,

    /// <summary>Uploads images that are wrong in each way first, and mends them.</summary>
    Careless,

    /// <summary>Returned once, corrected, paid.</summary>
    ReturnedOnce,

    /// <summary>The confirmation text fails: stays invited, on the staff's list.</summary>
    Unreachable,

    /// <summary>Has the text, never signs in: abandoned.</summary>
    Silent,

    /// <summary>Begins, waits through every reminder, and is too late by a second.</summary>
    TooLate,

    /// <summary>Too late, reopened by staff, and paid in the end.</summary>
    Reopened,

    /// <summary>Asks for more time, and gets it.</summary>
    Extended,

    /// <summary>Returned, and never opens it again.</summary>
    ReturnedSilent,

    /// <summary>审核不通过</summary>
    Rejected,

    /// <summary>主动放弃 while it is under review.</summary>
    Withdraws,

    /// <summary>Nobody gets to it: stays submitted.</summary>
    NotReviewed,

    /// <summary>Approved, and never comes.</summary>
    NoShow,

    /// <summary>Comes without papers: the desk prints them.</summary>
    PrintedByDesk,

    /// <summary>Owes an original on the first visit.</summary>
    Owes,

    /// <summary>Originals pass, the fee is never paid.</summary>
    Unpaid,

    /// <summary>The clerk enters a wrong slip, reverses it and enters the right one.</summary>
    Mispaid,

    /// <summary>Pays, and withdraws with the money.</summary>
    Refunded,
}
