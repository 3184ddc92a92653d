# Reader engine.
