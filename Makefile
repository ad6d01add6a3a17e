# Everything a new user needs: `make run` tries it, `make test` tests it. Python 3.11, git and make are enough.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DO_NOT_TRACK = 1
export DBT_SEND_ANONYMOUS_USAGE_STATS = false
export GX_ANALYTICS_ENABLED = false
export DAGSTER_DISABLE_TELEMETRY = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Tests mostly wait for programs of their own: two workers halve the time. A file stays on one worker, and so do its fixtures.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: run test test-real accuracy model bench bench-replay bench-network dev lock checks sheets architecture lint clean

run: $(VENV)/runtime.stamp  ## replay the sample network and publish a release
	$(BIN)/infitah run --sample

test: $(VENV)/dev.stamp lint  ## style, types, import contracts, tests
	$(PYTEST) -m "not real" $(PYTEST_ARGS)

test-real: $(VENV)/dev.stamp  ## tests that need system packages, or long ones; installs what it needs
	bash tests/real/install.sh
	$(PYTEST) -m real $(PYTEST_ARGS)

accuracy: $(VENV)/dev.stamp  ## how well pages are read: real ones by site, then made-up ones; ARGS="FOLDER", "--part closed", "--misses 20"
	-$(BIN)/python -m tests.accuracy.real.measure
	$(BIN)/python -m tests.accuracy.score $(ARGS)

model: $(VENV)/dev.stamp  ## teach the reader of points in prose anew from its labelled pages (ADR 0032); a minute
	$(BIN)/python -m tests.accuracy.train

bench: $(VENV)/dev.stamp  ## crawl benchmarks beside Scrapy; about ten minutes on an idle machine
	$(BIN)/pip install -q --no-deps --require-hashes -r requirements/bench.txt
	for what in speed hosts memory; do $(BIN)/python -m tests.benchmarks.crawl $$what; done

bench-replay: $(VENV)/dev.stamp  ## replay beside trafilatura, then ten times the pages; about fifteen minutes
	$(BIN)/pip install -q --no-deps --require-hashes -r requirements/bench.txt
	$(BIN)/python -m tests.benchmarks.replay 5000 --large

bench-network: $(VENV)/dev.stamp  ## 228 members x 300 documents to a release, and a question to a remote Parquet; about fifteen minutes
	$(BIN)/python -m tests.benchmarks.network
	$(BIN)/python -m tests.benchmarks.remote

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet . || (echo "run: $(BIN)/ruff format ." && false)
	$(BIN)/mypy
	$(BIN)/lint-imports

dev: $(VENV)/runtime.stamp  ## the Dagster UI over the sample home
	$(BIN)/infitah dev --sample

checks: $(VENV)/runtime.stamp  ## write expectations/required.json anew after a change of checks; review it
	$(BIN)/infitah run --sample --no-publish
	$(BIN)/infitah checks write --sample

sheets: $(VENV)/runtime.stamp  ## write what follows from dbt_project/sheets: dbt's properties, sources and staging, docs/facts.md
	$(BIN)/infitah sheets write

architecture: $(VENV)/dev.stamp  ## draw docs/architecture.md anew from the imports
	$(BIN)/python -m tests.structure.draw

lock:  ## pin requirements anew (needs uv)
	for set in runtime dev bench judges ckan wagtail; do uv pip compile -q --no-header --no-annotate --generate-hashes --no-emit-index-url \
	  --no-emit-find-links requirements/$$set.in -o requirements/$$set.txt; done
	uv pip compile -q --no-header --no-annotate --generate-hashes --no-emit-index-url --no-emit-find-links --no-deps \
	  --prerelease allow requirements/shapes.in -o requirements/shapes.txt

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime.stamp: requirements/runtime.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install -q --no-deps --require-hashes -r requirements/runtime.txt
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/runtime.stamp
	$(BIN)/pip install -q --no-deps --require-hashes -r requirements/dev.txt
	touch $@

clean:
	rm -rf $(VENV) data-sample
