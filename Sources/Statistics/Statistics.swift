// Statistics: to be filled.
