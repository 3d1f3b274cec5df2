# needs: apt:ruby
# Requires files and gems that are not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo 'require "nokogirii"' >a.rb
echo 'require_relative "lib/helper"' >b.rb
for f in a b; do ruby $f.rb; done >out 2>&1
cat out
grep -qF 'cannot load such file -- nokogirii (LoadError)' out
