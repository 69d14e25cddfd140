// Compute: to be filled.
