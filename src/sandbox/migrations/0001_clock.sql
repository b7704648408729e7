-- How far the movable clock runs ahead of the system's; one row.
CREATE TABLE sandbox_clock (
  id BIGINT PRIMARY KEY CHECK (id = 1),
  ahead_us BIGINT NOT NULL
);
