# needs: apt:default-jdk-headless
# Raises NullPointerException with and without a helpful message (Java 15 or later).
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >App.java <<'EOF'
import java.util.List;
import java.util.Objects;

public class App {
    static class User { String name; Address addr; String getName() { return name; } }
    static class Address { String city; }
    static User find() { return null; }

    public static void main(String[] args) {
        User u = new User();
        User[] us = new User[2];
        String name = u.getName();
        switch (args[0]) {
            case "variable" -> System.out.println(name.length());
            case "result" -> System.out.println(find().getName());
            case "field" -> System.out.println(u.addr.city);
            case "array" -> System.out.println(us[1].getName());
            case "list" -> System.out.println(List.of(name, "x"));
            default -> Objects.requireNonNull(name, "dataSource");
        }
    }
}
EOF
javac -g App.java || exit 2
{
  for kind in variable result field array list check; do
    java -cp . App "$kind"
  done
  java -XX:-ShowCodeDetailsInExceptionMessages -cp . App variable
} >out 2>&1
cat out
grep -qF 'NullPointerException: Cannot invoke "String.length()" because "name" is null' out &&
  grep -qF 'because the return value of "App.find()" is null' out &&
  grep -qF 'because "us[1]" is null' out && grep -qF 'NullPointerException: dataSource' out
