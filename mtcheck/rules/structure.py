"""Structure: headline run into the lead, page furniture, repeats, missing and added segments."""
