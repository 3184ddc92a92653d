#pragma once

#include "app/base/error.h"

#include <QUuid>

#include <optional>

namespace stillpoint {

struct AppPaths;
struct Place;
class Workspace;

/// Articles that come inside the program. Added, they are files in a folder of the data folder and a place
/// like any other.
enum class Bundle { Samples, Manual };

QString bundleFolder(const AppPaths &paths, Bundle bundle);
bool isBundled(const Place &place); ///< of any bundle
bool isBundleAdded(const Workspace &workspace, Bundle bundle);

/// Writes the files, those that are there already anew, and registers their folder. The caller imports. No
/// undo step. Io when the files cannot be written.
Result<void> addBundle(Workspace &workspace, Bundle bundle);

/// Forgets the place, deletes its folder and what opening its articles marked; stars, tags, notes and
/// highlights stay in the journal. The caller imports. No undo step.
Result<void> removeBundle(Workspace &workspace, Bundle bundle);

/// The manual's first article, once it was imported.
std::optional<QUuid> firstArticle(Workspace &workspace, Bundle bundle);

} // namespace stillpoint
