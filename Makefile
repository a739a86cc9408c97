# Everything a developer or a first-time reader types. Needs Python 3.11–3.13, make and git.
#   make run         prepare what is missing, then start Xinqiao
#   make setup       the same preparation without starting
#   make test        what the build machine checks: lint, types, layers, tests
#   make lint | bench | screenshots | lock | clean
# PYTHON=/path/to/python3.12 chooses the interpreter; ARGS="read post.txt" is handed to xinqiao.

SHELL := /bin/sh
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: run setup libraries test lint bench screenshots lock clean FORCE

VENV := .venv
PY := $(VENV)/bin/python
SETUP := packaging/setup
LEXICON := resources/lexicon/built
STARTER := resources/models/starter-zh-en
LEXICON_SOURCES := $(filter-out $(LEXICON),$(wildcard packaging/lexicon/*.py resources/lexicon/* seeds/slang.tsv))

# A stamp whose files are gone counts for nothing.
LEXICON_FILES := $(LEXICON)/lexicon.db $(LEXICON)/gloss_dict.txt
STARTER_FILES := $(addprefix $(STARTER)/unpacked/,model.bin config.json vocabulary.json tokenizer.json)
gone = $(if $(filter-out $(wildcard $(1)),$(1)),FORCE)

export PYTHONUTF8 := 1

run: setup
	@$(VENV)/bin/xinqiao $(ARGS)

setup: libraries $(VENV)/.stamp-run $(LEXICON)/.stamp $(STARTER)/unpacked/.stamp

# What Qt needs of the system (30 ms when all is there, so looked at every time).
libraries:
	@$(SETUP)/system_libraries.sh

$(VENV)/bin/python:
	@$(SETUP)/make_environment.sh $(VENV)

$(VENV)/.stamp-run: packaging/locks/build.txt packaging/locks/run.txt pyproject.toml | $(VENV)/bin/python
	@$(PY) $(SETUP)/install.py packaging/locks/build.txt packaging/locks/run.txt --package
	@touch $@

$(VENV)/.stamp-dev: packaging/locks/dev.txt $(VENV)/.stamp-run
	@$(PY) $(SETUP)/install.py packaging/locks/dev.txt
	@touch $@

$(LEXICON)/.stamp: $(LEXICON_SOURCES) $(call gone,$(LEXICON_FILES)) | $(VENV)/.stamp-run
	@echo "Building the dictionary ..."
	@$(PY) packaging/lexicon/build_lexicon.py --out $(LEXICON)
	@touch $@

$(STARTER)/unpacked/.stamp: $(STARTER)/SHA256SUMS $(call gone,$(STARTER_FILES)) | $(VENV)/.stamp-run
	@$(PY) $(SETUP)/unpack_starter.py $(STARTER) $(STARTER)/unpacked
	@touch $@

FORCE:

test: setup lint
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest $(ARGS)

lint: $(VENV)/.stamp-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

bench: setup $(VENV)/.stamp-dev
	@QT_QPA_PLATFORM=offscreen $(PY) tests/bench $(ARGS)

screenshots: setup $(VENV)/.stamp-dev
	@QT_QPA_PLATFORM=offscreen $(PY) packaging/screenshots.py $(ARGS)

# One lock for every system and Python we support; with the public index only.
lock: $(VENV)/bin/python
	@$(SETUP)/lock.sh $(VENV)

clean:
	rm -rf $(VENV) build dist $(LEXICON) $(STARTER)/unpacked
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find app tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
