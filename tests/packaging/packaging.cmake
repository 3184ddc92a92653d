# What the desktop reads, and that the installed programs find each other.
set(STILLPOINT_PACKAGING "${PROJECT_SOURCE_DIR}/packaging")
add_test(NAME packaging.desktop-entry
         COMMAND desktop-file-validate "${STILLPOINT_PACKAGING}/org.stillpoint.Stillpoint.desktop")
add_test(NAME packaging.metainfo
         COMMAND appstreamcli validate --no-net "${STILLPOINT_PACKAGING}/org.stillpoint.Stillpoint.metainfo.xml")
add_test(NAME packaging.installed
         COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/packaging/installed" "${PROJECT_BINARY_DIR}" "${PROJECT_SOURCE_DIR}"
                 "${CMAKE_INSTALL_LIBEXECDIR}")
set_tests_properties(packaging.desktop-entry packaging.metainfo packaging.installed PROPERTIES
    LABELS packaging TIMEOUT 120)
