# make serve   the page at http://127.0.0.1:8080, built again whenever a file changes
# make build   the page in dist/, to be put on any static host
# make pdf     the same, with a PDF of it for readers to download, where there is Chromium
# make test    every check and every test
# make bench   what a résumé costs as it grows, and what a reader's browser loads
# make clean   removes what was built
#
# RESUME=path/to/resume.json takes another file than public/resume.json.
# What is missing on this machine is installed first: see scripts/tools.

export RESUME ?= public/resume.json

.PHONY: serve build pdf test bench clean lint native browsers

serve:
	@scripts/tools page trunk serve

build:
	@cargo run --quiet -- check || [ $$? = 1 ] # what has errors is a page all the same, where 2 is none
	@scripts/tools page scripts/release

pdf: build
	@scripts/pdf dist

test: lint native browsers

# The fast ones first.
lint:
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	@scripts/tools page cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features csr -- -D warnings

native:
	cargo test --quiet

# The résumé of the tests is the bundled one, whatever RESUME says.
browsers: RESUME = public/resume.json
browsers:
	@scripts/tools tests scripts/release --dist target/tested
	@node scripts/budget.mjs target/tested
	@PAGE=target/tested scripts/tools tests cargo test --quiet --test browsers

bench:
	cargo bench --quiet --bench resume
	@scripts/tools page scripts/release --dist target/tested
	@node scripts/budget.mjs target/tested

clean:
	cargo clean
	rm -rf dist
