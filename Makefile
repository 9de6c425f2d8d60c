# Every verb says what it does; `make` or `make help` lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OTHERS := .venv-judges .venv-attacks .venv-peers .venv-postgres16
CHECKS := lint types borders migrations-lint schema-check
# A file of tests goes to one process, and so do files that share what takes long to make. What pytest makes of the tests' code
# is kept: making it anew is most of the time in which it finds them.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -q -n 2 --dist loadgroup
# `make demo ONCE=1` always ends; so does `make demo`, as long as it serves nothing.
ONCE ?=

.PHONY: help venv demo test test-full test-all test-mutants test-kills test-soak check check-code fmt lint types borders migrations-lint schema-check wheel-check migrate schema bench bench-queue lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  \1|\2/' | column -t -s '|'

venv: $(READY) ## Create .venv with every dependency at its locked version

# The stamps come last: an install that was cut off is made again. No index address stands in the lock files: pip's own
# configuration decides where packages come from. Nothing is asked for again until a lock file changes.
$(VENV)/.locked: requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sealedbid needs Python 3.11 or newer: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null; } || { echo "Python has no venv module here: install it (Debian, Ubuntu: apt install python3-venv)"; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(READY): $(VENV)/.locked pyproject.toml
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## Show two agencies and what one sees of the other (ONCE=1 always ends)
	@$(BIN)/sealedbid demo

test: $(READY) ## Run the quick tests on a PostgreSQL of their own (about three minutes on two cores)
	@$(PYTEST)

test-full: $(READY) .venv-judges/.locked .venv-attacks/.locked .venv-postgres16/.locked ## Run these, whole proofs, the demo, backups and kills too
	@$(PYTEST) -m "not slow" --hypothesis-profile full

# The slow ones by themselves: each needs the whole machine.
test-all: $(READY) .venv-judges/.locked .venv-attacks/.locked .venv-postgres16/.locked ## Run every test, mutants, storms of kills and the soak too
	@$(PYTEST) -m "not slow" --hypothesis-profile slow
	@$(BIN)/pytest -q -m slow

test-mutants: $(READY) ## A sample of mutants: by SEALEDBID_MUTANTS_SEED, or the one that is printed
	@$(BIN)/pytest -q -m slow tests/isolation/mutants

test-kills: $(READY) ## Kill workers and the server while many jobs run
	@$(BIN)/pytest -q -m slow tests/worker/test_storm.py tests/acceptance/test_server_killed.py

test-soak: $(READY) ## Run the queue for a minute as if it were a day
	@$(BIN)/pytest -q -m slow tests/worker/test_soak.py

# Tools of others, each in an environment of its own: judges of schemas, attackers, other queues and servers. Without a network what needs
# them skips, and says so.
.venv-%/.locked: requirements/%.txt
	@$(PYTHON) -m venv --clear $(@D)
	@if $(@D)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<; then touch $@; else rm -rf $(@D); echo "$< cannot be installed here: what needs it will say so."; fi

check: check-code test wheel-check ## What to run before a push: the code, the quick tests, the wheel

check-code: $(READY) ## Everything that CI checks but the tests, each with its time
	@for check in $(CHECKS); do \
		printf '\n== %s\n' "$$check"; start=$$(date +%s); \
		$(MAKE) --no-print-directory "$$check" || exit 1; \
		printf -- '-- %s: %s s\n' "$$check" "$$(($$(date +%s) - start))"; \
	done

lint: $(READY) ## Style of the code (ruff)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(READY) ## Types of src, tests and benchmarks (mypy, strict)
	@$(BIN)/mypy

borders: $(READY) ## Who may import whom (import-linter)
	@$(BIN)/lint-imports

migrations-lint: $(READY) ## Migrations (squawk)
	@$(BIN)/squawk db/migrations/*/*.sql

schema-check: $(READY) ## db/schema and the generated references are what the code makes
	@$(BIN)/python -m tests.generated --check

wheel-check: $(READY) ## A wheel, installed in an empty environment, migrates an empty database
	@$(BIN)/pytest -q -m full tests/platform/test_wheel.py

fmt: $(READY) ## Format the code and mend what ruff can mend
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

migrate: $(READY) ## Bring the database of DATABASE_URL (or the embedded one) to the newest schema
	@$(BIN)/sealedbid migrate

schema: $(READY) ## Write db/schema and the generated references anew
	@$(BIN)/python -m tests.generated

bench: $(READY) ## Measure the seal beside its peers, then the queue
	@$(BIN)/python -m benchmarks.seal
	@$(MAKE) --no-print-directory bench-queue

# The peers' environment has our dependencies, too. Where it cannot be had, ours is measured alone, and the run says so.
bench-queue: $(READY) .venv-peers/.locked ## Measure the queue beside its peers, and write the page's part anew
	@PYTHONPATH=src $$(test -e .venv-peers/.locked && echo .venv-peers/bin || echo $(BIN))/python -m benchmarks.queue --write

lock: $(READY) ## Lock the dependencies anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/runtime.txt
	uv pip compile pyproject.toml --extra local --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/dev.txt
	uv pip compile --group judges --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/judges.txt
	uv pip compile --group postgres16 --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/postgres16.txt
	uv pip compile --group attacks --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/attacks.txt
	uv pip compile pyproject.toml --group peers --constraints requirements/runtime.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/peers.txt

clean: ## Remove what the other verbs made in this folder
	@rm -rf $(VENV) $(OTHERS) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
