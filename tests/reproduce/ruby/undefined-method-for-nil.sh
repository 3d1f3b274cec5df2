# needs: apt:ruby
# Calls methods of nil and methods that are not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo 'user = nil; puts user.name' >a.rb
echo 'h = {}; puts h[:a][:b]' >b.rb
echo 'puts "a".nosuch' >c.rb
echo 'puts foo' >d.rb
echo 'puts nil + 1' >e.rb
for f in a b c d e; do ruby $f.rb; done >out 2>&1
cat out
grep -qE "undefined method .name' for nil" out
