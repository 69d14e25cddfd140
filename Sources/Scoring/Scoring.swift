// Scoring: to be filled.
