-- How many warnings stand on an application's images; null in rows written before, where the summary decides.
ALTER TABLE applications ADD COLUMN warnings INTEGER;

CREATE INDEX applications_with_warnings ON applications (season, stage, stage_since, id, programme)
  WHERE summary IS NOT NULL AND warnings IS NOT 0;
