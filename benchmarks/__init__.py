"""Speed, memory and agreement figures: each script prints what it measured, beside a peer where there is one."""
