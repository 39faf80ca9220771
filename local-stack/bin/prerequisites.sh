# What the scripts of this project need before they can do their work. Sourced, not run; expects $root.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 2
}

# Installs a Debian package when root may, else says what is missing.
provide() { # name of the program, package, what it is for
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing $2 ($3)"
    { apt-get install -y -qq --no-install-recommends "$2" ||
      { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$2"; }; } >/dev/null 2>&1 ||
      die "$1 is needed ($3), and apt-get could not install the package $2"
  else
    die "$1 is needed ($3); on Debian or Ubuntu: sudo apt-get install $2"
  fi
}

# Sets version to the first number of the version of java or javac, 0 when there is none. The file beside the program
# says it at once; the program itself takes a tenth of a second.
java_version() {
  local line program
  version=0
  program="$(readlink -f "$(type -P "$1")")"
  if [ -r "${program%/bin/*}/release" ]; then
    while IFS= read -r line; do
      if [[ "$line" =~ ^JAVA_VERSION=\"(1\.)?([0-9]+) ]]; then version="${BASH_REMATCH[2]}"; fi
    done <"${program%/bin/*}/release"
  fi
  if [ "$version" = 0 ] && [[ "$("$1" -version 2>&1)" =~ [^0-9](1\.)?([0-9]+) ]]; then
    version="${BASH_REMATCH[2]}"
  fi
}

require_java() { # java or javac
  local version
  if ! type -P "$1" >/dev/null; then
    provide "Java 17" openjdk-17-jdk-headless "the system runs on it"
  fi
  java_version "$1"
  [ "$version" -ge 17 ] ||
    die "$1 17 or newer is needed, and $(type -P "$1") is version $version; set PATH to a newer one"
}

require_node() {
  command -v node >/dev/null || provide "Node.js 20" nodejs "the local Solana server"
  local major
  major="$(node --version | grep -Eo '[0-9]+' | head -n 1)"
  [ "${major:-0}" -ge 20 ] ||
    die "Node.js 20 or newer is needed for the local Solana server, and $(command -v node) is $(node --version)"
  if [ ! -e "$root/local-stack/solana-server/node_modules/.package-lock.json" ]; then
    command -v npm >/dev/null || provide "npm" npm "the packages of the local Solana server"
    say "installing the packages of the local Solana server"
    (cd "$root/local-stack/solana-server" && npm ci --no-audit --no-fund --silent) >&2 ||
      die "npm ci failed in local-stack/solana-server"
  fi
}

# The Python sample of a reward system is tested with Debian's packages, which Debian's interpreter finds; elsewhere its
# test is skipped rather than everything refused.
provide_python_sample() {
  local python package
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import avro, confluent_kafka' 2>/dev/null; then return 0; fi
  done
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "the Python sample of a reward system is not tested: its packages python3-confluent-kafka and python3-avro are missing"
    return 0
  fi
  for package in python3-confluent-kafka python3-avro; do
    provide "$package" "$package" "the Python sample of a reward system"
  done
}

# True when something was changed after the last build; a deleted file changes its folder.
stale() {
  local stamp="$root/local-stack/target/built"
  [ -e "$stamp" ] || return 0
  [ -n "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main "$root"/examples/*/pom.xml \
    "$root"/examples/*/src/main -newer "$stamp" -print -quit)" ]
}

# Builds all modules, without their tests, unless that was done after the last change.
build() {
  stale || return 0
  require_java javac
  command -v mvn >/dev/null || provide "Maven" maven "the build"
  mkdir -p "$root/local-stack/target"
  (
    if command -v flock >/dev/null; then flock 9; fi
    if stale; then
      say "building (the first time this downloads libraries and takes some minutes)"
      touch "$root/local-stack/target/building"
      (cd "$root" && mvn -q -B -Dstyle.color=never -Dquick -Dmaven.test.skip=true package) >&2 ||
        die "the build failed; its messages are above"
      mv "$root/local-stack/target/building" "$root/local-stack/target/built"
    fi
  ) 9>"$root/local-stack/target/build.lock"
}
