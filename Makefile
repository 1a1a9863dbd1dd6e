# make serve   the page at http://127.0.0.1:8080, built again whenever a file changes
# make build   the page in dist/, to be put on any static host
# make pdf     the same, with a PDF of it for readers to download, where there is Chromium
# make preview serves dist/ as a host would; BASE=/me/ puts it below a path, PORT=… on another port than 8080
# make dist    target/vitae-….zip, the page for an owner without Rust, who puts a resume.json beside it
# make test    every check and every test
# make fuzz    looks for files and links that the code cannot bear, a minute (FUZZ_SECONDS) for each of three
# make bench   what a résumé costs as it grows, and what a reader's browser loads
# make clean   removes what was built
#
# RESUME=path/to/resume.json takes another file than public/resume.json.
# OFFLINE=no leaves out the worker that keeps the page for when there is no network, and removes it where it was.
# SITE_URL=https://example.com/me/ says where the page will stand, else basics.url does: see README.md.
# What is missing on this machine is installed first: see scripts/tools.

export RESUME ?= public/resume.json
export OFFLINE ?= yes

.PHONY: serve build pdf preview dist test fuzz bench clean lint deny native browsers

# The native tool without what only a published site needs, which takes a while to compile.
serve: export CARGO_ALIAS_VITAE = run --quiet --no-default-features --features ssr --
serve:
	@scripts/tools serve trunk serve

build:
	@cargo vitae check || [ $$? = 1 ] # what has errors is a page all the same, where 2 is none
	@scripts/tools page trunk build --release

pdf: build
	@cargo vitae pdf dist

preview:
	@cargo vitae preview dist --port $(or $(PORT),8080) --base $(or $(BASE),/)

dist:
	@EMPTY=yes scripts/tools page trunk build --release --dist target/archive
	@cargo vitae pack target/archive --into target

test: lint deny native browsers

# The fast ones first.
lint:
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	@scripts/tools page cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features csr -- -D warnings

deny:
	@scripts/tools deny scripts/deny

native:
	cargo test --quiet

# The tests have a résumé of their own, so that they pass with any in public/.
browsers: override RESUME = tests/fixtures/resume.json
browsers: override OFFLINE = yes
browsers: override export SITE_URL =
browsers:
	@scripts/tools tests trunk build --release --dist target/tested
	@PAGE=target/tested cargo test --quiet --test budget
	@rm -rf target/packed
	@EMPTY=yes scripts/tools page trunk build --release --dist target/archive
	@cargo vitae pack target/archive --into target/packed
	@PAGE=target/tested ARCHIVE=$$(echo target/packed/*.zip) scripts/tools tests cargo test --quiet --test browsers

fuzz:
	@scripts/tools fuzz scripts/fuzz

bench:
	cargo bench --quiet --bench resume
	@scripts/tools page trunk build --release --dist target/tested
	@PAGE=target/tested cargo test --quiet --test budget

clean:
	cargo clean
	rm -rf dist
