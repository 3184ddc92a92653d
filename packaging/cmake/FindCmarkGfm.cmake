# Finds cmark-gfm and its extensions; defines CmarkGfm::CmarkGfm.
find_package(PkgConfig QUIET)
pkg_check_modules(PC_CMARK_GFM QUIET IMPORTED_TARGET libcmark-gfm)
find_library(CMARK_GFM_EXTENSIONS_LIBRARY cmark-gfm-extensions HINTS ${PC_CMARK_GFM_LIBRARY_DIRS})
find_path(CMARK_GFM_INCLUDE_DIR cmark-gfm-core-extensions.h HINTS ${PC_CMARK_GFM_INCLUDE_DIRS})

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(CmarkGfm
    REQUIRED_VARS CMARK_GFM_EXTENSIONS_LIBRARY CMARK_GFM_INCLUDE_DIR PC_CMARK_GFM_FOUND
    VERSION_VAR PC_CMARK_GFM_VERSION)

if(CmarkGfm_FOUND AND NOT TARGET CmarkGfm::CmarkGfm)
    add_library(CmarkGfm::CmarkGfm INTERFACE IMPORTED)
    set_target_properties(CmarkGfm::CmarkGfm PROPERTIES
        INTERFACE_INCLUDE_DIRECTORIES "${CMARK_GFM_INCLUDE_DIR}"
        INTERFACE_LINK_LIBRARIES "${CMARK_GFM_EXTENSIONS_LIBRARY};PkgConfig::PC_CMARK_GFM")
endif()
mark_as_advanced(CMARK_GFM_EXTENSIONS_LIBRARY CMARK_GFM_INCLUDE_DIR)
