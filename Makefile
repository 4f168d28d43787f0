# make run    the page, on http://127.0.0.1:7860      make test   every test
# make setup  only .venv/bin/zoneqa                   make check  ruff and mypy --strict
# make lock   new requirements.lock                   make bench  the tables of benchmarks/
SHELL := /bin/bash
.DEFAULT_GOAL := run
.PHONY: run setup test check lock bench clean

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip install --disable-pip-version-check --progress-bar off --quiet
# Settled once, when the environment is made; override with `make setup PYTHON=/path/to/python`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; \
	done)

run: setup
	@$(BIN)/zoneqa serve

setup: $(READY)

# The lock carries hashes for every platform, and the build tools: nothing is resolved here and no build fetches anything.
# uv comes out of the lock itself and installs the rest in 4 s where pip needs 80; where it cannot, pip does it all.
# uv does not read pip's configuration, so the mirror that pip is set to is handed on.
# The project itself is installed in place, so that `zoneqa` and the tests are the checkout as it is now.
$(READY): requirements.lock pyproject.toml
	@if [ -z "$(PYTHON)" ]; then \
		echo "需要 Python 3.11 或更新的版本（含 venv），没有找到。Debian/Ubuntu：apt-get install python3 python3-venv；其他系统：https://www.python.org/downloads/" >&2; \
		echo "Python 3.11 or newer, with venv, is needed. If it is somewhere else: make setup PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi
	"$(PYTHON)" -m venv $(VENV)
	@awk '/^[a-z0-9]/ {on = /^uv==/} on' requirements.lock > $(VENV)/uv.lock
	$(PIP) --require-hashes --no-deps -r $(VENV)/uv.lock && \
		UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$$($(BIN)/python -m pip config get global.index-url 2>/dev/null)}" \
		UV_LINK_MODE=copy $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock || \
		$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

test: setup
	$(BIN)/python -m pytest -n auto --maxprocesses=4 --dist=loadfile $(ARGS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/mypy

# Run by hand, with the registry at hand.  The sentence-transformers extra stays a range outside the lock: it brings torch.
lock: setup
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --extra dev --extra ocr --extra llm --extra mcp --group build \
		--custom-compile-command "make lock" --quiet --output-file requirements.lock

bench: setup
	$(BIN)/python -m benchmarks $(ARGS)

clean:
	rm -rf $(VENV) .zoneqa build dist
