"""Terms and sentences through a document, and the glossary that a user gives."""
