CREATE TABLE statistics_publications (
  number BIGINT PRIMARY KEY,
  published_at_us BIGINT NOT NULL,
  published_by TEXT NOT NULL
);
-- counted: exactly, when the figure was renewed last; never answered to anybody.
CREATE TABLE statistics_groups (
  publication BIGINT NOT NULL REFERENCES statistics_publications (number),
  age_band TEXT NOT NULL,
  topic TEXT NOT NULL,
  counted BIGINT NOT NULL CHECK (counted >= 0),
  published BIGINT NOT NULL CHECK (published >= 0 AND published <= counted),
  PRIMARY KEY (publication, age_band, topic)
);
