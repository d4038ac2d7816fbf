// All of it is in the header; a target needs a file to compile.
#include "CVectors.h"
