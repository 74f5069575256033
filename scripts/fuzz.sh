#!/bin/bash
# Looks for drops that break what holds of every drop, with libFuzzer: scripts/fuzz.sh run SECONDS, or merge.
#
# ShirubeCore, the invariants that its tests share, and the target are compiled as one module, with the settings of
# Package.swift that change what the code means. What is found lies in build/fuzz; the corpus in the tree is only read,
# except by merge, which puts the fewest inputs into it that reach as much as all do.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly out=build/fuzz
mkdir -p "$out/corpus"

build() {
    local -a sources
    mapfile -t sources < <(find Sources/ShirubeCore -name '*.swift' | LC_ALL=C sort)
    sources+=(Tests/ShirubeCoreTests/Support/{DropInvariants,FuzzCase,SampleStrategy}.swift)
    sources+=(Tests/ShirubeCoreTests/Support/{Drop,ReadingList}.swift Fuzz/DropFuzzer.swift)
    if [[ -z $(find "$out/fuzzer" "${sources[@]}" -newer "$out/fuzzer" 2>&1) ]]; then return; fi
    echo 'building the fuzzer, which takes minutes'
    swiftc -module-name ShirubeCore -package-name shirube -parse-as-library -swift-version 6 -O -wmo -g \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility \
        -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature InferIsolatedConformances \
        -enable-upcoming-feature NonisolatedNonsendingByDefault -suppress-warnings \
        -sanitize=fuzzer,address "${sources[@]}" -o "$out/fuzzer"
}

case ${1:-} in
    run)
        build
        # Swift's own objects live until the end, so that leaks are no finding.
        nice -n 10 "$out/fuzzer" -max_total_time="${2:-60}" -max_len=4096 -dict=Fuzz/words.dict \
            -artifact_prefix="$out/" -detect_leaks=0 -timeout=60 -rss_limit_mb=2048 -print_final_stats=1 \
            "$out/corpus" Fuzz/corpus
        ;;
    merge)
        build
        rm -rf "$out/merged" && mkdir "$out/merged"
        # Counters apart: with them a thousand inputs differ, and what is kept in the tree is to be small.
        nice -n 10 "$out/fuzzer" -set_cover_merge=1 -use_counters=0 -detect_leaks=0 -max_len=4098 \
            "$out/merged" Fuzz/corpus "$out/corpus" 2>"$out/merge.log"
        rm -f Fuzz/corpus/*
        find "$out/merged" -type f -print0 | xargs -0r cp -t Fuzz/corpus
        echo "Fuzz/corpus: $(find Fuzz/corpus -type f | wc -l) inputs"
        ;;
    *)
        echo "usage: scripts/fuzz.sh run SECONDS | merge" >&2
        exit 64
        ;;
esac
