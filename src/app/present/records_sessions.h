#pragma once

#include "app/model.h"

namespace timbang::app {

/// The table of sessions of the person at work, as its filters leave it, and what can be compared again.
void add_sessions(const Model& model, RecordsView& view);

} // namespace timbang::app
