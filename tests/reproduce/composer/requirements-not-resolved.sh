# needs: apt:composer
# Requires a PHP version, an extension and a package that are not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export COMPOSER_HOME="$tmp/home" COMPOSER_DISABLE_NETWORK=1 COMPOSER_ALLOW_SUPERUSER=1
echo '{"require": {"php": ">=99", "ext-nosuch": "*"}, "repositories": [{"packagist.org": false}]}' >composer.json
composer install --no-interaction >out 2>&1
echo '{"require": {"acme/nope": "^1.0"}, "repositories": [{"packagist.org": false}]}' >composer.json
composer update --no-interaction >>out 2>&1
cd / && composer install -d "$tmp/home" --no-interaction >>"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'Your requirements could not be resolved to an installable set of packages.' "$tmp/out"
