// A room that has only headers still is a library of its own.
