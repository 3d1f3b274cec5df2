# needs: kubectl apt:openssl
# Applies an object of a kind that the API server does not have.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/api.bash"
printf 'apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata:\n  name: web\n' >web.yaml
{
  kube ok apply --validate=false -f web.yaml
  kube ok get widgets
} >out 2>&1
cat out
grep -qF 'no matches for kind "Ingress" in version "networking.k8s.io/v1beta1"' out && grep -qF "error: the server doesn't have a resource type \"widgets\"" out
