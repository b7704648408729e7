-- A specialist's time is taken by a booking or by an engagement: something else that they do at an hour, such as a group
-- event. An engagement may take several specialists and does not expire.
ALTER TABLE scheduling_occupations DROP CONSTRAINT scheduling_occupations_pkey;
ALTER TABLE scheduling_occupations ALTER COLUMN booking DROP NOT NULL;
ALTER TABLE scheduling_occupations ADD COLUMN engagement TEXT;
ALTER TABLE scheduling_occupations ADD CONSTRAINT scheduling_occupations_of_one
  CHECK ((booking IS NULL) <> (engagement IS NULL) AND (booking IS NOT NULL OR expires_at_us IS NULL));
CREATE UNIQUE INDEX scheduling_occupations_booking ON scheduling_occupations (booking);
CREATE UNIQUE INDEX scheduling_occupations_engagement ON scheduling_occupations (engagement, specialist)
  WHERE engagement IS NOT NULL;
