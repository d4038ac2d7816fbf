# Every command of the project. `make` alone lists them.

SWIFT ?= swift
FAST_BUILD := .build-x86-64-v3
ARCHITECTURE := $(shell uname -m)

.DEFAULT_GOAL := help
.PHONY: help run test backtest build release lint format check fixtures model bench accuracy season clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | \
	  while IFS='	' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

run: packages-run release ## Show the main job: river clips in, one alert out of the department's queue
	@scripts/demo

test: packages-test ## Run all tests, on the programs as they are released
	$(SWIFT) build -c release --build-tests
	$(MAKE) --no-print-directory fast-sampler
	$(SWIFT) test -c release --skip-build

backtest: release ## Show what lower thresholds would have changed in a summer of samples
	.build/release/duckweed backtest --series Fixtures/Series/summer.csv \
	  --rules Fixtures/Series/lower-thresholds.yaml --plot .build/summer.svg
	@echo "Drawn in .build/summer.svg"

release: packages-run ## Build the programs into .build/release
	$(SWIFT) build -c release
	$(MAKE) --no-print-directory fast-sampler

# On x86-64 the sampler is built twice; the one that the CPU can run is chosen at start.
.PHONY: fast-sampler
fast-sampler:
ifeq ($(ARCHITECTURE),x86_64)
	$(SWIFT) build -c release --product duckweed-sampler --scratch-path $(FAST_BUILD) -Xcc -march=x86-64-v3 -Xswiftc -DX86_64_V3
	install $(FAST_BUILD)/release/duckweed-sampler .build/release/duckweed-sampler-x86-64-v3
endif

build: packages-run ## Build for debugging
	$(SWIFT) build

lint: packages-lint ## Check style, layers and bans
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks
	scripts/check-layers
	scripts/check-bans

format: ## Bring every source file to the house style
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

check: lint test release ## Everything that must hold before a change is offered
	scripts/check-links

fixtures: packages-run ## Render the clips of Fixtures/ anew
	$(SWIFT) build -c release --product duckweed-river
	.build/release/duckweed-river fixtures --into Fixtures/Clips

model: packages-model release ## Make the model anew: render, compute features, train, measure
	Models/training/make-model

bench: packages-bench release ## Measure: what a picture costs, beside OpenCV; samples per second
	@if scripts/python-environment .build/opencv Benchmarks/opencv/requirements.txt; \
	then python="--python .build/opencv/bin/python"; fi; \
	.build/release/duckweed-bench $$python

LABELLED ?= $(if $(DUCKWEED_DATA),$(DUCKWEED_DATA),../shared/data)/river
accuracy: release ## Compare with colour indices on labelled pictures: make accuracy LABELLED=DIR
	@scripts/python-environment .build/accuracy Benchmarks/accuracy/requirements.txt
	@.build/accuracy/bin/python -m unittest discover --quiet --start-directory Benchmarks/accuracy
	.build/release/duckweed evaluate $(LABELLED) --json --overlays .build/accuracy/overlays \
	  > .build/accuracy/evaluate.json
	.build/accuracy/bin/python Benchmarks/accuracy/compare.py $(LABELLED) \
	  --evaluation .build/accuracy/evaluate.json
	.build/accuracy/bin/python Benchmarks/accuracy/worst_errors.py .build/accuracy/evaluate.json \
	  --overlays .build/accuracy/overlays --out .build/accuracy/worst.png

SEASON_YEARS ?= 400
season: packages-run ## Score the judgement over simulated camera-years: SEASON_YEARS=5000 make season
	$(SWIFT) build -c release --product duckweed-river
	.build/release/duckweed-river score --years $(SEASON_YEARS)

clean: ## Remove everything that was built
	rm -rf .build $(FAST_BUILD)

packages-%:
	@scripts/install-packages $*
