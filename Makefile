# Everything a newcomer types. `make` alone lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

# A Swift in PATH comes first; the usual place of an unpacked toolchain is looked at after it.
export PATH := $(PATH):/opt/swift/usr/bin

.PHONY: help
help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) \
		| sed -E 's/^([a-z-]+):.*## (.*)$$/\1|\2/' | while IFS='|' read -r name text; do \
			printf 'make %-13s %s\n' "$$name" "$$text"; done

.PHONY: deps
deps: ## install the Debian packages that are missing, and check Swift
	@scripts/deps.sh

.PHONY: build
build: deps ## build the program and its tests, warnings as errors
	@scripts/progress.sh 'building' build/build.log swift build --build-tests

.PHONY: demo
demo: build ## run a whole quarter's end on this machine and print what it sent
	@/usr/bin/python3 scripts/demo.py \
		--binary "$$(swift build --show-bin-path)/shirube" --out build/demo

.PHONY: lint
lint: deps ## check the format of every Swift file
	@swift format lint --strict -r Sources Tests Fuzz Package.swift

.PHONY: test
test: lint build ## lint, then run every test, also those that start the daemon
	@scripts/deps.sh test
	@/usr/bin/python3 scripts/make_samples.py --check
	@scripts/verify_unit.sh systemd/shirube.service "$$(swift build --show-bin-path)/shirube"
	@swift test --skip-build
	@echo 'make test: all is well'

.PHONY: test-flood
test-flood: build ## put 100,000 files into one drop folder, and see that nobody else waits for them
	@/usr/bin/python3 scripts/flood.py --binary "$$(swift build --show-bin-path)/shirube"

.PHONY: fuzz
fuzz: deps ## look for drops that break the reader, for SECONDS=n (60)
	@scripts/fuzz.sh run $(or $(SECONDS),60)

# DuckDB comes from PyPI into a folder of its own; `make bench-intake OPTIONS=--huge` also reads ten million rows.
.PHONY: bench-intake
bench-intake: ## measure how fast files are taken in, and fail below the bounds
	@scripts/deps.sh bench
	@scripts/progress.sh 'building' build/release.log swift build -c release --product shirube
	@test -x build/bench-venv/bin/python || /usr/bin/python3 -m venv build/bench-venv
	@build/bench-venv/bin/python -c 'import duckdb' 2>/dev/null \
		|| build/bench-venv/bin/pip --quiet install 'duckdb>=1.4'
	@/usr/bin/python3 scripts/bench_intake.py --duckdb build/bench-venv/bin/python $(OPTIONS) \
		--binary "$$(swift build -c release --show-bin-path)/shirube"

.PHONY: format
format: ## rewrite every Swift file in the project's format
	@swift format -i -r Sources Tests Fuzz Package.swift

.PHONY: clean
clean: ## remove what was built; what was downloaded stays
	@rm -rf build
	@swift package clean
