# What there is to do here; `make` alone runs the check.
#
#   make demo      a first look: builds, loads the sample, analyses it in a new folder demo/
#   make test      the check: lint, imports, warnings as errors, tests, 20 seconds of fuzzing
#   make fuzz      plays random keys at the prompt's editor; SECONDS=600 does so for longer
#   make build     the one binary to give away, .build/release/benchdb
#   make install   that binary under PREFIX, /usr/local unless said otherwise
#   make bench     whole commands against sqlite3, pandas and DuckDB on a million rows,
#                  a sync against curl, rclone, boto3 and the AWS CLI, Tab at the prompt, what a
#                  task costs, and the report against matplotlib and autorank
#   make report-check   opens reports in Chromium, clicks, types, prints, and asks axe;
#                  screenshots and pages are left in .build-report
#   make gallery   every figure from the sample and four made warehouses, on one page: gallery/index.html
#   make frameworks-check   sets each framework up and trains it: minutes, gigabytes, PyPI, old Pythons
#   make format    formats what the check would complain of
#   make deps      installs the Debian packages that are missing; demo, test and bench do it too

SHELL       := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
MAKEFLAGS   += --no-print-directory
.NOTPARALLEL:

PREFIX      ?= /usr/local
LIBRARIES   := libsqlite3-dev libcurl4-openssl-dev libssl-dev
FOR_TESTS   := python3-sklearn tmux less librsvg2-bin openssh-server openssh-client
FOR_BENCH   := sqlite3 python3-venv nginx-light rclone curl
FOR_REPORT  := chromium python3-venv
FOR_FRAMEWORKS := default-jre-headless
SECONDS     ?= 20
SOURCES     := Package.swift Sources Plugins Tests

.PHONY: test fuzz lint build-tests build install bench report-check frameworks-check demo gallery
.PHONY: format deps libraries bench-deps report-deps frameworks-deps swift

test: deps lint fuzz build-tests
	@swift test --skip-build --parallel --disable-xctest

lint: swift
	@swift format lint --strict --parallel --recursive $(SOURCES)

build-tests: swift
	@swift build --build-tests --explicit-target-dependency-import-check error

# Optimized, since what counts is how many keys are played; checks of the language stay on.
fuzz: swift
	@swift build --quiet --configuration release --sanitize=address --product fuzz \
	  --scratch-path .build/sanitized -Xswiftc -enable-testing -Xswiftc -use-ld=lld
	.build/sanitized/release/fuzz $(SECONDS) $(SEED)

format: swift
	@swift format --in-place --parallel --recursive $(SOURCES)

build: libraries swift
	@swift build --configuration release --product benchdb --static-swift-stdlib

install: build
	@install -D --strip .build/release/benchdb $(DESTDIR)$(PREFIX)/bin/benchdb
	echo "benchdb is in $(DESTDIR)$(PREFIX)/bin"

bench: bench-deps build
	@python3 Tests/Benchmarks/bench.py .build/release/benchdb
	python3 Tests/Benchmarks/sync.py .build/release/benchdb
	python3 Tests/Benchmarks/complete.py .build/release/benchdb
	swift build --quiet --configuration release --product stopwatch
	python3 Tests/Benchmarks/hypotheses.py .build/release/stopwatch .build/release/benchdb
	python3 Tests/Benchmarks/pool.py .build/release/benchdb
	python3 Tests/Benchmarks/report.py .build/release/benchdb

report-check: report-deps libraries swift
	@swift build --product benchdb
	mkdir -p .build-report
	[ -e .build-report/venv ] || python3 -m venv .build-report/venv
	.build-report/venv/bin/pip install --quiet -r Tests/Browser/requirements.txt
	.build-report/venv/bin/python Tests/Browser/report.py .build/debug/benchdb .build-report

# One that cannot be set up or does not train keeps none of the others from it.
frameworks-check: libraries frameworks-deps swift
	@swift build --product benchdb
	benchdb=.build/debug/benchdb
	failed=
	for name in $$("$$benchdb" frameworks --format csv | cut -d, -f2 | tail -n +2 | sort -u); do
	  "$$benchdb" frameworks setup $$name && "$$benchdb" frameworks check $$name --format markdown \
	    || failed+=" $$name"
	done
	[ -z "$$failed" ] || { echo "not proved:$$failed" >&2; exit 1; }

# A debug build: it is ready in half the time of a release build, and the sample is small.
# The folder is made anew each time, and only if an earlier demo made it.
demo: libraries swift
	@swift build --product benchdb
	if [ -e demo ] && [ ! -e demo/.made-by-make-demo ]; then
	  echo "demo/ is there and is not from an earlier demo; move it away first." >&2
	  exit 1
	fi
	rm -rf demo
	mkdir demo
	touch demo/.made-by-make-demo
	cd demo
	benchdb=../.build/debug/benchdb
	run() { printf '\n$$ benchdb %s\n' "$$*"; "$$benchdb" "$$@"; }
	run init --sample
	run run-analysis --figures figures
	run export --table results --output results.csv
	run figure rank-cd --output rank-cd.svg
	echo
	echo "The warehouse, results.csv and the figures are in demo/. To ask it something:"
	echo
	echo "  cd demo && ../.build/debug/benchdb repl"

# A page to look through before a figure is called done.
gallery: libraries swift
	@swift build --product benchdb
	python3 Tests/Gallery/gallery.py .build/debug/benchdb gallery

# MARK: What must be on the machine

swift:
	@command -v swift >/dev/null && exit
	echo "benchdb is built with Swift 6.3, and no swift is on the PATH: https://swift.org/install" >&2
	exit 1

# On Debian and its kin, installs those packages that are missing and says so; else says nothing.
define install-missing
	@command -v dpkg-query >/dev/null || exit 0
	missing=
	for package in $(1); do
	  dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null \
	    | grep -q 'ok installed' || missing+=" $$package"
	done
	[ -n "$$missing" ] || exit 0
	echo "installing$$missing"
	root=
	[ "$$(id -u)" = 0 ] || root=sudo
	export DEBIAN_FRONTEND=noninteractive
	install() { $$root apt-get install -qq -y --no-install-recommends $$missing >/dev/null; }
	install 2>/dev/null || { $$root apt-get update -qq && install; }
endef

libraries:
	$(call install-missing,$(LIBRARIES))

deps:
	$(call install-missing,$(LIBRARIES) $(FOR_TESTS))

frameworks-deps:
	$(call install-missing,$(FOR_FRAMEWORKS))

bench-deps:
	$(call install-missing,$(LIBRARIES) $(FOR_BENCH))

report-deps:
	$(call install-missing,$(FOR_REPORT))
