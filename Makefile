# Everything a developer or a first-time reader types. Needs Python 3.11–3.13, make and git.
#   make run         prepare what is missing, then start Xinqiao
#   make setup       the same preparation without starting
#   make test        what the build machine checks: lint, types, layers, tests
#   make lint | bench | screenshots | lock | clean
# PYTHON=/path/to/python3.12 chooses the interpreter; ARGS="read post.txt" is handed to xinqiao.

SHELL := /bin/sh
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: run setup test lint types check bench screenshots lock clean

VENV := .venv
PY := $(VENV)/bin/python
SETUP := packaging/setup
LEXICON := resources/lexicon/built
STARTER := resources/models/starter-zh-en
LEXICON_SOURCES := $(wildcard packaging/lexicon/*.py resources/lexicon/* seeds/slang.tsv)
LEXICON_SOURCES := $(filter-out $(LEXICON),$(LEXICON_SOURCES))

export PYTHONUTF8 := 1

run: setup
	@$(VENV)/bin/xinqiao $(ARGS)

setup: $(VENV)/.stamp-libraries $(VENV)/.stamp-run $(LEXICON)/.stamp $(STARTER)/unpacked/.stamp

# The environment: the interpreter is looked for only when there is none yet.
$(VENV)/bin/python:
	@$(SETUP)/make_environment.sh $(VENV)

$(VENV)/.stamp-run: packaging/locks/run.txt pyproject.toml | $(VENV)/bin/python
	@$(SETUP)/install.sh $(VENV) packaging/locks/run.txt
	@touch $@

$(VENV)/.stamp-dev: packaging/locks/dev.txt $(VENV)/.stamp-run
	@$(SETUP)/install.sh $(VENV) packaging/locks/dev.txt
	@touch $@

# What Qt needs of the system; looked at once, and again when the script or the display changes.
$(VENV)/.stamp-libraries: $(SETUP)/system_libraries.sh | $(VENV)/bin/python
	@$(SETUP)/system_libraries.sh
	@touch $@

$(LEXICON)/.stamp: $(LEXICON_SOURCES) | $(VENV)/.stamp-run
	@echo "Building the dictionary ..."
	@$(PY) packaging/lexicon/build_lexicon.py --out $(LEXICON)
	@touch $@

$(STARTER)/unpacked/.stamp: $(STARTER)/SHA256SUMS | $(VENV)/.stamp-run
	@$(PY) $(SETUP)/unpack_starter.py
	@touch $@

test: setup lint
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest $(ARGS)

lint: $(VENV)/.stamp-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

bench: setup $(VENV)/.stamp-dev
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench $(ARGS)

screenshots: setup $(VENV)/.stamp-dev
	@QT_QPA_PLATFORM=offscreen $(PY) packaging/screenshots.py $(ARGS)

# One lock for every system and Python we support; with the public index only.
lock: $(VENV)/bin/python
	@$(SETUP)/lock.sh $(VENV)

clean:
	rm -rf $(VENV) build dist $(LEXICON) $(STARTER)/unpacked
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find app tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
