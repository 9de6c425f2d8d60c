"""Each lint with a planted fault; a test file has the name of its lint."""
