#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

// libxlsxwriter 1.1.4 copies the formula of a drop-down list twice and frees one copy.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libxlsxwriter\n"; }
