"""One definition per picture, for screen and paper alike."""
