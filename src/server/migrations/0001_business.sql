-- Whose database this is: one row, written when the database is made.
CREATE TABLE server_business (
  id BIGINT PRIMARY KEY CHECK (id = 1),
  brand TEXT NOT NULL,
  sandbox BIGINT NOT NULL CHECK (sandbox IN (0, 1))
);
