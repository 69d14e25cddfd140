// Reports: to be filled.
