-- The contract of the client has ended: nothing more is booked. Cleared when it is concluded anew.
ALTER TABLE identity_people ADD COLUMN closed_at_us BIGINT;
