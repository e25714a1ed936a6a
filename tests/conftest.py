"""Its being here lets tests in every folder import the helpers that lie beside it."""
