"""Results as pages for a browser: one file each, that needs no network and no program, and prints on A4."""
