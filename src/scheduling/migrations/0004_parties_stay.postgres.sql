-- HAR-2.2a: nobody is given another specialist than the one they chose, and a booking passes to nobody else.
CREATE FUNCTION scheduling_parties_stay() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN RAISE EXCEPTION ''the two of a booking do not change''; END';
CREATE TRIGGER scheduling_bookings_parties_stay BEFORE UPDATE OF specialist, client ON scheduling_bookings
FOR EACH ROW WHEN (NEW.specialist <> OLD.specialist OR NEW.client <> OLD.client)
EXECUTE FUNCTION scheduling_parties_stay();
