# StoreDesk: `make run` opens the store, `make test` proves it, `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 3
COVERED_BY := tests/domain tests/services tests/api tests/queries tests/outbox tests/test_cli.py \
	tests/serving/test_setup.py tests/serving/test_moving.py tests/persistence/test_transport_live.py

# tests start hundreds of processes: each would compile the program anew where nothing may be kept
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test test-long measure test-15 check check-sql coverage coverage-sql docs translations format bench torture baskets histories endurance live week drive accessibility attacks million mutants days tour looks package constraints libraries clean

# what each command is for
help:
	@awk '/^# /{text = text (text ? "\n                 " : "") substr($$0, 3); next} \
	     /^[a-z][a-z0-9-]*:/{split($$0, part, ":"); if (text) printf "  %-14s %s\n", part[1], text} \
	     {text = ""}' Makefile

# opens the store; with no display the tour is taken instead, on a virtual screen
run: .venv/ready libraries
	@if [ "$$(uname -s)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; \
	then $(BIN)/storedesk $(ARGS); else $(BIN)/storedesk tour --out build/tour $(ARGS); fi

# the tests, under ten minutes on two cores: a sample of those that take long, and all others
test: .venv/ready libraries
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n $(WORKERS) --dist worksteal --long=without $(ARGS)

# the tests that take long: every page, dialog, key and language, real programs and servers; half an hour
test-long: .venv/ready libraries
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n $(WORKERS) --dist worksteal --long=only $(ARGS)

# all tests, and how long each takes: tests/long_tests.txt is written anew
measure: .venv/ready libraries
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n $(WORKERS) --dist worksteal --long=measure $(ARGS)

# the same commands, rules and rights on Debian's PostgreSQL 15 (the oldest that is supported)
test-15: .venv/ready
	sh packaging/postgresql-15.sh $(BIN)/pytest -n $(WORKERS) tests/commands tests/persistence tests/test_permissions.py $(ARGS)

# ruff, mypy, import contracts, and whether the mapped rows are the tables
check: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/scratch.py $(BIN)/alembic check
	@$(MAKE) check-sql

# plpgsql_check, of Debian's PostgreSQL 15, over every function; what stays is explained in tests/sql/explained.toml
check-sql: .venv/ready
	sh packaging/postgresql-15.sh $(BIN)/python tests/scratch.py $(BIN)/python tests/sql/check.py {dsn}

# which statements of the commands no test reaches, counted by the same: build/sql-coverage.txt
coverage-sql: .venv/ready
	sh packaging/postgresql-15.sh $(BIN)/python tests/sql/coverage.py -n $(WORKERS) $(ARGS)

# which lines of domain, services, api and queries no test reaches, counted by coverage.py: build/coverage.txt
coverage: .venv/ready libraries
	@mkdir -p build
	@tests=0; QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n $(WORKERS) --dist worksteal --cov --cov-report= $(or $(ARGS),$(COVERED_BY)) || tests=$$?; \
	for part in domain services api queries; do $(BIN)/coverage report --include="src/storedesk/$$part/*"; done >build/coverage.txt; \
	cat build/coverage.txt; exit $$tests

# docs/commands.md from the SQL files, after they change
docs: .venv/ready
	$(BIN)/python tests/scratch.py $(BIN)/python tests/sql/commands_page.py {dsn}

# the files of translations, after texts of the program change: what is new in them is unfinished
translations: .venv/ready
	$(BIN)/python -m tests.translations

# ruff mends and formats
format: .venv/ready
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# ours, the same commands called bare, and the same work by hand, in turn; round trips, bytes and WAL;
# build/bench.json, written after each figure. ARGS="--products 10000 --only sale tills storage"
bench: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/bench $(ARGS)

# lists of a million products: against bare psycopg, and a window's memory and pieces; build/million.json
million: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/bench/million.py $(ARGS)

# each command is changed twice, and a test has to notice: about 20 minutes; ARGS="--seconds 300 --seed 7"
mutants: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/mutants $(ARGS)

# other days and time zones: the demo's story on every day of five years, stores, tours and all tests with
# the clock moved; about an hour. ARGS="--only suite --at '2028-02-29 23:50' --zone Asia/Kathmandu"
days: .venv/ready
	sh packaging/compiler.sh $(BIN)/python tests/days $(ARGS)

# the real window through the main job, with a picture of every step in build/tour
tour: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/storedesk tour --out build/tour $(ARGS)

# the tour in two languages, both schemes and four sizes of window: what is drawn is checked, and stands with
# sheets of nine pictures in build/looks; fails if a text is cut, too small or under another, or anything outside
looks: .venv/ready
	@failed=0; \
	look() { QT_QPA_PLATFORM=offscreen $(BIN)/storedesk tour --fast --looks --out build/looks/$$1 \
		--language $$2 --colors $$3 --size $$4 || failed=1; }; \
	look german-dark-1024 de dark 1024x768; look english-light-1366 en light 1366x768; \
	look german-light-1920 de light 1920x1080; \
	QT_SCALE_FACTOR=2 look english-dark-3840 en dark 1920x1080; \
	exit $$failed

# ten minutes of random sales by four till processes, with kills, cut lines and server crashes, then
# the invariants; GOODS="FILE ..." are a real shop's invoices, ARGS=--no-faults measures the rate
torture: .venv/ready
	$(BIN)/python tests/torture $(if $(GOODS),--goods $(GOODS)) $(ARGS)

# 3,000 random baskets, by the commands and in Python at once: discounts, rates, coins, weights, returns in parts
# in any order, exchanges; seven currencies and modes of tax; some five minutes. SEED=7 draws others
baskets: .venv/ready
	BASKETS_SEED=$(or $(SEED),12) $(BIN)/pytest -n $(WORKERS) tests/baskets -m "slow or not slow" $(ARGS)

# five minutes of everything at random by eight people, and the same faults; the books are read at the end
histories: .venv/ready
	$(BIN)/python tests/torture/histories.py $(ARGS)

# the plug is pulled on real windows, on their lines and their server, at every point of a sale
endurance: .venv/ready
	$(BIN)/pytest -s tests/endurance -m "slow or not slow" $(ARGS)

# a week of a shop: 500 orders by four tills, with prices net and gross; then every report against books of its
# own, X and Z on paper, backups restored, a tampered row found; about five minutes. ARGS="--seed 7 --mode inclusive"
week: .venv/ready libraries
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/week $(ARGS)

# the part of endurance in which two windows and a web shop work at once: how soon each sees the others
live: .venv/ready
	$(BIN)/pytest -s tests/endurance/test_live.py -m "slow or not slow" $(ARGS)

# the real window under three window managers, worked by keys and clicks alone: sales by scanner, search and
# touch, parcels, a new product, a newcomer; the database is read afterwards; about ten minutes
drive: .venv/ready libraries
	$(BIN)/pytest -s tests/screen/drive -m "slow or not slow" -o faulthandler_timeout=0 $(ARGS)

# what is announced, names, roles and states of a cashier's pages and of what their buttons open, and Tab of
# the first pages, over the real accessibility bus
accessibility: .venv/ready libraries
	$(BIN)/pytest -s tests/screen/accessibility tests/screen/test_first_page.py -m "slow or not slow" -o faulthandler_timeout=0 $(ARGS)

# somebody with a cashier's password attacks while four tills sell, two minutes for each way; about an hour
attacks: .venv/ready
	$(BIN)/pytest -s tests/attacks -m "slow or not slow" -o faulthandler_timeout=0 $(ARGS)

# one folder that runs without Python, build/dist/storedesk, and its own tests
package: .venv/ready
	sh packaging/package.sh

# the versions that are installed everywhere; run it after changing pyproject.toml
constraints: .venv/ready
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q pyproject.toml --all-extras --universal --no-header --no-annotate -o constraints.txt

# takes away what was built and installed
clean:
	rm -rf build dist .venv

# what Qt wants of the system for the screen that is here: looked for at each run
libraries: .venv/ready
	@sh packaging/libraries.sh

.venv/ready: pyproject.toml constraints.txt packaging/setup.sh
	@PYTHON="$(PYTHON)" sh packaging/setup.sh
	@touch $@
