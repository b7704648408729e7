-- What the trial of the relay came to within an equipment check; NULL: there was none.
ALTER TABLE sessions_equipment_checks ADD COLUMN relay_reached BIGINT CHECK (relay_reached IN (0, 1));
ALTER TABLE sessions_equipment_checks ADD COLUMN relay_kbps BIGINT;
ALTER TABLE sessions_equipment_checks ADD COLUMN relay_lost_permille BIGINT;
ALTER TABLE sessions_equipment_checks ADD COLUMN relay_round_trip_ms BIGINT;
