CREATE INDEX crisis_alerts_of_person ON crisis_alerts (person, raised_at_us);
