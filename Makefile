# Each target does its own set-up: a virtual environment in .venv, installed once per pyproject.toml.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLES ?= examples

.PHONY: report test lint types check eval readme clean

report: $(VENV)/.installed
	@$(BIN)/checker report $(ARTICLES)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

check: lint types test

# Precision, recall and F1 with intervals per verdict, type and language pair, on the written stories and pairs; then the floors.
eval: $(VENV)/.installed-dev
	@$(BIN)/checker evaluate examples
	@$(BIN)/checker evaluate tests/corpus
	@$(BIN)/python benchmarks/accuracy_gate.py
	@$(BIN)/python benchmarks/accuracy_gate.py --gold tests/corpus

$(VENV)/bin/pip:
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --upgrade pip

# torch first and pinned: unpinned it may bring gigabytes of GPU packages.
$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/pip
	@echo "Setting up $(VENV) (once) ..." >&2
	@$(BIN)/pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/pip
	@echo "Setting up $(VENV) for development (once) ..." >&2
	@$(BIN)/pip install --quiet -c constraints.txt -e ".[dev]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache build dist

# Rewrites the outputs and tables that README shows from what the program prints today.
readme: $(VENV)/.installed-dev
	$(BIN)/python tests/readme_blocks.py
