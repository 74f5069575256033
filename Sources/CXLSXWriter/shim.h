// libxlsxwriter, and one call beside it that Swift's Glibc module leaves out.
#ifndef SHIRUBE_CXLSXWRITER_SHIM_H
#define SHIRUBE_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>

#endif
