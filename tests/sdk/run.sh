#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the official clients against the gateway: run.sh python|node [arguments of the test runner].
# Wants NEXUS_PROGRAM and SCRIPTED_PROVIDER; installs into SDK_ENVIRONMENTS, once per list of packages.
set -euo pipefail
sources=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
environments=${SDK_ENVIRONMENTS:-${TMPDIR:-/tmp}/nexus-sdk-$(id -u)}
: "${NEXUS_PROGRAM:?names the gateway program}" "${SCRIPTED_PROVIDER:?names the scripted provider}"

# What a developer's shell says about real providers, proxies and tracing must not reach the clients.
forget_environment() {
    local name
    while IFS= read -r name; do
        case $name in
        OPENAI_* | ANTHROPIC_* | GEMINI_* | GOOGLE_* | AWS_* | OLLAMA_* | LANGCHAIN_* | LANGSMITH_* | NEXUS_CONFIG_PATH | NEXUS_L*)
            unset "$name"
            ;;
        esac
    done < <(compgen -e)
    # After the installation, which may need them.
    unset HTTP_PROXY HTTPS_PROXY ALL_PROXY http_proxy https_proxy all_proxy NODE_OPTIONS
    export NO_PROXY='*' LANGSMITH_TRACING=false
}

# Prints the folder for what FILE... lists.
folder_for() {
    local kind=$1
    shift
    printf '%s/%s-%s\n' "$environments" "$kind" "$(cat "$@" | sha256sum | cut -c1-16)"
}

# prepared FOLDER INSTALLER: runs the installer unless an earlier run came to its end.
prepared() {
    local folder=$1
    mkdir -p "$folder"
    exec 9>"$folder/lock"
    flock 9
    if [[ ! -e $folder/complete ]]; then
        "$2" "$folder" >&2
        touch "$folder/complete"
    fi
    exec 9>&-
}

install_python() {
    python3 -m venv --clear "$1/venv"
    "$1/venv/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: --no-deps \
        -r "$sources/requirements.txt"
}

install_node() {
    cp "$sources/package.json" "$sources/package-lock.json" "$1/"
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error)
    # Debian 12 has an older Node.js than these packages want; npm has the program itself, too.
    if ! node_is_recent node; then
        (cd "$1" && npm install --no-save --no-audit --no-fund --loglevel=error node@20.19.5)
    fi
}

node_is_recent() {
    "$1" -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' 2>/dev/null
}

run_python() {
    local folder
    folder=$(folder_for python "$sources/requirements.txt" <(python3 --version))
    prepared "$folder" install_python
    forget_environment
    export PYTHONDONTWRITEBYTECODE=1
    exec "$folder/venv/bin/python" -m pytest -p no:cacheprovider --rootdir "$sources" "$sources" "$@"
}

run_node() {
    local folder program=node
    folder=$(folder_for node "$sources/package.json" "$sources/package-lock.json")
    prepared "$folder" install_node
    forget_environment
    node_is_recent node || program=$folder/node_modules/node/bin/node
    # Modules are found from where the importing file lies.
    run_folder=$(mktemp -d "$folder/run.XXXXXX")
    trap 'rm -rf "$run_folder"' EXIT
    cp "$sources"/node/*.mjs "$sources"/snippets/*.mjs "$sources/gateway.toml" "$run_folder/"
    "$program" --test --test-concurrency=1 --test-timeout=60000 "$@" "$run_folder"/*.test.mjs
}

case ${1:-} in
python | node)
    runner=run_$1
    shift
    "$runner" "$@"
    ;;
*)
    echo "usage: run.sh python|node [arguments]" >&2
    exit 2
    ;;
esac
