"""What was left in the source language, is only spelled in other letters, or belongs to a third language."""
