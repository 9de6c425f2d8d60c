"""Each lint beside a planted fault; a test file is called as its lint."""
