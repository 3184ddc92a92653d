# Render helper and article parser.
