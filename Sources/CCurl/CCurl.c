// The wrappers of CCurl.h are all there is.
