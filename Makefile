# Every verb says what it does; `make` or `make help` lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OTHERS := .venv-judges .venv-attacks .venv-peers .venv-postgres16 .venv-llm .node-supabase
CHECKS := lint types borders migrations-lint schema-check
# The tests of a file run in one process, and so do files that share a slow fixture. The bytecode of the tests is kept: compiling
# takes most of the time of collection.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -q -n 2 --dist loadgroup
# `make demo ONCE=1` always ends; so does `make demo` while it serves nothing.
ONCE ?=

.PHONY: help venv demo test test-full test-all test-mutants test-kills test-soak check check-code fmt lint types borders migrations-lint schema-check wheel-check migrate schema bench bench-api bench-queue lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  \1|\2/' | column -t -s '|'

venv: $(READY) ## Create .venv with every dependency at its locked version

# The stamps come last, so that an interrupted install is repeated. The lock files name no index: pip's own configuration decides
# where packages come from. Nothing is installed again until a lock file changes.
$(VENV)/.locked: requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sealedbid needs Python 3.11 or newer: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null; } || { echo "Python has no venv module here: install it (Debian, Ubuntu: apt install python3-venv)"; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(READY): $(VENV)/.locked pyproject.toml
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## Run two agencies and show that neither sees the other's rows (ONCE=1 always ends)
	@$(BIN)/sealedbid demo

test: $(READY) ## Run the quick tests on a PostgreSQL of their own (about three minutes on two cores)
	@$(PYTEST)

test-full: $(READY) .venv-judges/.locked .venv-attacks/.locked .venv-postgres16/.locked .venv-llm/.locked .node-supabase/.locked ## Run the quick tests, whole proofs, the demo, backups and kills
	@$(PYTEST) -m "not slow" --hypothesis-profile full

# The slow tests run one at a time: each needs the whole machine.
test-all: $(READY) .venv-judges/.locked .venv-attacks/.locked .venv-postgres16/.locked .venv-llm/.locked .node-supabase/.locked ## Run every test, also mutants, storms of kills and the soak
	@$(PYTEST) -m "not slow" --hypothesis-profile slow
	@$(BIN)/pytest -q -m slow

test-mutants: $(READY) ## Run a sample of mutants, drawn by SEALEDBID_MUTANTS_SEED
	@$(BIN)/pytest -q -m slow tests/isolation/mutants

test-kills: $(READY) ## Kill workers and the server while many jobs run
	@$(BIN)/pytest -q -m slow tests/worker/test_storm.py tests/acceptance/test_server_killed.py

test-soak: $(READY) ## Run the queue for a minute as if it were a day
	@$(BIN)/pytest -q -m slow tests/worker/test_soak.py

# Foreign tools, each in an environment of its own: judges of schemas, attackers, other queues, servers and a small model. Without a
# network their tests skip, and say so.
.venv-llm/.locked: WITHOUT := --no-deps
.venv-%/.locked: requirements/%.txt
	@$(PYTHON) -m venv --clear $(@D)
	@if $(@D)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes $(WITHOUT) -r $<; then touch $@; else rm -rf $(@D); echo "$< cannot be installed here: its tests will skip."; fi

# Supabase's client for JavaScript. Its lock names versions and digests, and no addresses; no script of a package runs.
.node-supabase/.locked: tests/api/auth/supabase_js/package-lock.json
	@rm -rf $(@D) && mkdir -p $(@D) && cp $(<D)/package.json $< $(@D)
	@if (cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --silent); then touch $@; else rm -rf $(@D); echo "$< cannot be installed here: its test will skip."; fi

check: check-code test wheel-check ## Check the code, run the quick tests, build the wheel: run it before a push

check-code: $(READY) ## Run all checks except the tests, each with its time
	@for check in $(CHECKS); do \
		printf '\n== %s\n' "$$check"; start=$$(date +%s); \
		$(MAKE) --no-print-directory "$$check" || exit 1; \
		printf -- '-- %s: %s s\n' "$$check" "$$(($$(date +%s) - start))"; \
	done

lint: $(READY) ## Check the style of the code (ruff)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(READY) ## Check the types of src, tests and benchmarks (mypy, strict)
	@$(BIN)/mypy

borders: $(READY) ## Check import rules between packages (import-linter)
	@$(BIN)/lint-imports

migrations-lint: $(READY) ## Check the migrations: locks (squawk) and style (sqlfluff)
	@$(BIN)/squawk db/migrations/*/*.sql
	@$(BIN)/sqlfluff lint --disable-progress-bar db/migrations

schema-check: $(READY) ## Check that db/schema and the generated references are fresh
	@$(BIN)/python -m tests.generated --check

wheel-check: $(READY) ## Build a wheel, install it in an empty environment, migrate an empty database
	@$(BIN)/pytest -q -m full tests/platform/test_wheel.py

fmt: $(READY) ## Format the code and apply ruff's fixes
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

migrate: $(READY) ## Bring the database of DATABASE_URL (or the embedded one) to the newest schema
	@$(BIN)/sealedbid migrate

schema: $(READY) ## Generate db/schema and the references
	@$(BIN)/python -m tests.generated

bench: $(READY) ## Measure the seal beside its peers, then the API and the queue
	@$(BIN)/python -m benchmarks.seal
	@$(MAKE) --no-print-directory bench-api bench-queue

bench-api: $(READY) ## Measure the API beside a peer, and update its part of the page
	@$(BIN)/python -m benchmarks.api --write

# The peers' environment has our dependencies, too. Without it the run measures our queue alone, and says so.
bench-queue: $(READY) .venv-peers/.locked ## Measure the queue beside its peers, and update its part of the page
	@PYTHONPATH=src $$(test -e .venv-peers/.locked && echo .venv-peers/bin || echo $(BIN))/python -m benchmarks.queue --write

lock: $(READY) ## Lock the dependencies (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/runtime.txt
	uv pip compile pyproject.toml --extra local --extra models --extra otel --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/dev.txt
	uv pip compile --group judges --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/judges.txt
	uv pip compile --group postgres16 --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/postgres16.txt
	uv pip compile --group llm --no-deps --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/llm.txt
	uv pip compile --group attacks --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/attacks.txt
	uv pip compile pyproject.toml --group peers --constraints requirements/runtime.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/peers.txt

clean: ## Remove everything that the other verbs created in this folder
	@rm -rf $(VENV) $(OTHERS) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
