"""The pages of the main window; a page composes named widgets."""
