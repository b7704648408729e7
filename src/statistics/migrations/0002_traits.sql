-- People are counted by several traits, each by itself.
CREATE TABLE statistics_figures (
  publication BIGINT NOT NULL REFERENCES statistics_publications (number),
  trait TEXT NOT NULL CHECK (trait IN ('topic', 'sex', 'emotional_state')),
  age_band TEXT NOT NULL,
  answer TEXT NOT NULL,
  counted BIGINT NOT NULL CHECK (counted >= 0),
  published BIGINT NOT NULL CHECK (published >= 0 AND published <= counted),
  PRIMARY KEY (publication, trait, age_band, answer)
);
INSERT INTO statistics_figures (publication, trait, age_band, answer, counted, published)
  SELECT publication, 'topic', age_band, topic, counted, published FROM statistics_groups;
DROP TABLE statistics_groups;
