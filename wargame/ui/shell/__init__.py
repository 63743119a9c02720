"""Parts of the window around the screens: banner, side sheet, status, menu, settings, faults."""
