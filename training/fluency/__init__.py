"""How the embedded fluency models are made: `python -m training.fluency.train`, then `evaluate`."""
