# needs: terraform
# Plans while an apply of the same directory runs.
set -u
tmp=$(mktemp -d) || exit 2
trap 'wait; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export HOME="$tmp" CHECKPOINT_DISABLE=1
printf 'resource "terraform_data" "a" {\n  provisioner "local-exec" { command = "sleep 10" }\n}\n' >main.tf
terraform init -no-color >/dev/null 2>&1
terraform apply -no-color -auto-approve >/dev/null 2>&1 &
sleep 5
terraform plan -no-color >out 2>&1
cat out
grep -qF 'Error: Error acquiring the state lock' out
