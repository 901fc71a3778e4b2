# `make` or `make help` lists the targets. Each target first installs what it needs
# (tools/bootstrap) and redoes nothing that is up to date.
.DEFAULT_GOAL := help
JOBS ?= $(shell nproc)
DATA_DIR ?= ./parley-data
PARLEYD := build/release/parleyd
SECONDS ?= 60
TESTS ?= all

SDK := sdk/js/dist/index.mjs
TRYIT := web/tryit/dist/index.html
DASHBOARD := web/dashboard/dist/index.html
PAGES := $(TRYIT) $(DASHBOARD)
sources = $(shell find $(1) -type f -not -path '*/node_modules/*' -not -path '*/dist/*')

.NOTPARALLEL:
.PHONY: help run build test check verify fuzz fuzz-smoke lint format bench bench-quick soak sdk docs clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | sed -E 's/:.*## /\t/' | expand --tabs=13

run: build ## Install, build and start a server for development
	@exec $(PARLEYD) dev --data-dir $(DATA_DIR)

build: needs-build $(SDK) $(PAGES) ## Build the server that users run, build/release/parleyd
	@test -e build/release/build.ninja || cmake --preset release -DPARLEY_TESTS=OFF
	@cmake --build --preset release --parallel $(JOBS)

test: needs-test dev build ## Run all tests; ends with a verdict
	@tools/run-tests $(TESTS)

check: needs-test dev ## Run the fast tests: C++, SDK and types
	@tools/run-tests fast

verify: needs-verify $(SDK) $(PAGES) ## Run sanitizers, 200 kills, fuzzing and lint: one to two hours (STEPS="asan kills")
	@tools/verify $(STEPS)

fuzz: needs-fuzz fuzzers ## Run every fuzz target for a minute (SECONDS=600, TARGETS="frame jwt")
	@FUZZ_SECONDS=$(SECONDS) tools/fuzz $(TARGETS)

fuzz-smoke: needs-fuzz fuzzers ## Run every fuzz target for a few seconds, as CI does
	@FUZZ_SECONDS=7 tools/fuzz $(TARGETS)

lint: needs-lint $(SDK) ## Check formatting, types, contract and code (clang-tidy on changed files; FILES=all or FILES=<commit>)
	@tools/lint $(FILES)

format: needs-lint ## Format all sources
	@git ls-files -z '*.cpp' '*.hpp' | xargs -0 clang-format -i
	@npx prettier --log-level warn --write .

bench: needs-bench build ## Measure the server against its budgets; writes bench/RESULTS.md
	@bench/run

bench-quick: needs-bench build ## Measure the server at a tenth of the size, in one to two minutes
	@bench/run --quick

soak: needs-bench build ## Run a million users and 20,000 sockets under load for ten minutes; writes bench/SOAK.md
	@cmake --build build/release --target seed http_load realtime_load >/dev/null
	@node bench/soak.mjs

sdk: needs-build $(SDK) ## Build the JavaScript SDK, sdk/js/dist

screenshots: needs-screenshots dev ## Take screenshots of every dashboard page (PICTURES=1: README pictures, too)
	@npm run --silent screenshots --workspace tests

docs: build ## Regenerate the generated pages and sources
	@node tools/generate-contract.mjs
	@node tools/cut-snippets.mjs
	@tools/generate-configuration-page $(PARLEYD)

clean: ## Remove build output; keep data and installed packages
	rm -rf build sdk/js/dist web/tryit/dist web/dashboard/dist

.PHONY: dev fuzzers screenshots needs-build needs-test needs-verify needs-fuzz needs-lint needs-bench needs-screenshots

dev: $(SDK) $(PAGES)
	@test -e build/dev/build.ninja || cmake --preset dev
	@cmake --build --preset dev --parallel $(JOBS)

fuzzers: $(SDK) $(PAGES)
	@test -e build/asan/build.ninja || cmake --preset asan
	@cmake --build --preset asan --parallel $(JOBS) --target fuzzers

needs-build needs-test needs-verify needs-fuzz needs-lint needs-bench needs-screenshots: needs-%:
	@tools/bootstrap $*

# Each of these build steps writes several files; make tracks one of them.
$(SDK): $(call sources,sdk/js/src) sdk/js/build.mjs sdk/js/names.mjs sdk/js/package.json package-lock.json
	@tools/bootstrap build
	@npm run --silent build --workspace sdk/js
	@touch $@

$(TRYIT): $(call sources,web/tryit) $(SDK)
	@npm run --silent build --workspace web/tryit
	@touch $@

$(DASHBOARD): $(call sources,web/dashboard) package-lock.json
	@tools/bootstrap build
	@npm run --silent build --workspace web/dashboard
	@touch $@
