"""A run of the brain on a proposal: the steps, one file each, their order, and the runner."""
