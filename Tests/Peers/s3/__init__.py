"""An S3 server that is as strict as Amazon's, in memory and in Python's standard library alone."""
