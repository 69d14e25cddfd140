// libcrypto, as it is.
