"""Scripts that make the embedded models; they read the shared data folder and write into `mtcheck/models`."""
