# make run    the site with its example records on http://localhost:8000
# make check  before every commit: format, types, contracts, fast tests (under a minute)
# make translations  takes new sentences into the French and Chinese catalogues, and compiles them
# make figures  rewrites every figure in docs/; needs the real data beside the project
# make offline  one folder with all wheels, in dist/; FOR="linux macos macos-intel windows"
# make test   what CI runs, install steps included
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run check test test-long format translations figures offline clean

run: $(VENV)/installed
	$(BIN)/headway demo var/demo.headway --serve

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check headway tests benchmarks offline
	$(BIN)/ruff check headway tests benchmarks offline
	$(BIN)/mypy headway
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -m "not browser and not process and not slow and not postgres and not long and not realdata" -x

format: $(VENV)/installed-dev
	$(BIN)/ruff format headway tests benchmarks offline
	$(BIN)/ruff check --fix headway tests benchmarks offline

translations: $(VENV)/installed-dev
	$(BIN)/python -m tests.phrases.catalogues

test:
	bash tests/run_all.sh

test-long:
	LONG=1 bash tests/run_all.sh

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,postgres,pdf]'
	touch $@ $(VENV)/installed

figures: $(VENV)/installed-dev
	$(BIN)/python -m tests.assessments.example
	$(BIN)/python -m benchmarks.figures

offline: $(VENV)/installed-dev
	$(BIN)/python -m offline dist/headway-offline $(if $(FOR),--for $(FOR))

clean:
	rm -rf $(VENV) var build dist
