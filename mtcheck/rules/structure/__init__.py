"""How a page and its text are put together: headings, furniture, repeats, missing and added segments."""
