"""Each guard of the seal weakened, one at a time: audit or prove has to notice."""
