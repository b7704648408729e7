-- HAR-2.2a: nobody is given another specialist than the one they chose, and a booking passes to nobody else.
CREATE TRIGGER scheduling_bookings_parties_stay BEFORE UPDATE OF specialist, client ON scheduling_bookings
WHEN NEW.specialist <> OLD.specialist OR NEW.client <> OLD.client
BEGIN
  SELECT RAISE(ABORT, 'the two of a booking do not change');
END;
