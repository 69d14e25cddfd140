// The stored queries that every benchdb carries; a script's header describes it.
