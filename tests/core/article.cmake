# Render helper and article parser.
stillpoint_core_test(articlemeta stillpoint_article)
stillpoint_core_test(articlepage stillpoint_article)
stillpoint_core_test(render)
add_dependencies(tst_render stillpoint-render)
