# Today, Journal, session editor, widgets.
