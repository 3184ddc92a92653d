#pragma once

namespace stillpoint::ui {

/// Makes screen readers read a BodyMap's regions as its children: check boxes with name, level and an action
/// that changes the level. Any number of calls.
void installBodyMapAccess();

} // namespace stillpoint::ui
