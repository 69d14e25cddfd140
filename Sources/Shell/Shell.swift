// Shell: to be filled.
