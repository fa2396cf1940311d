-- What staff did that belongs to no one application; only ever added to.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL
) STRICT;
