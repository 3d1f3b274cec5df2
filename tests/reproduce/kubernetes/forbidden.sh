# needs: kubectl apt:openssl
# Asks an API server that lets nobody list pods, and one that knows nobody.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/api.bash"
{
  kube ok get pods
  kube unauthorized get pods
} >out 2>&1
cat out
grep -qF 'Error from server (Forbidden): pods is forbidden: User "dev" cannot list resource "pods"' out && grep -qE 'You must be logged in to the server|Unauthorized' out
