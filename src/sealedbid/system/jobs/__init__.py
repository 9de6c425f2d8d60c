"""Jobs: their types, their bodies at work, and the schedules that enqueue them."""
