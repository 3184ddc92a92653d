# Render helper and article parser.
stillpoint_core_test(articlemeta stillpoint_article)
stillpoint_core_test(articlepage stillpoint_article)
target_sources(tst_articlepage PRIVATE support/strangers.cpp support/strangers.h)
stillpoint_core_test(render)
add_dependencies(tst_render stillpoint-render)
