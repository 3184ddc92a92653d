// Opens one data folder; see workspace.h.
#include "app/base/apppaths.h"
