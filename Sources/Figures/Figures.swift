// Figures: to be filled.
