// zlib, for messages that have been sent and are kept.
#ifndef SHIRUBE_CZLIB_SHIM_H
#define SHIRUBE_CZLIB_SHIM_H
#include <zlib.h>

#endif
