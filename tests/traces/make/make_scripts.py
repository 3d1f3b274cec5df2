"""Ruby, PHP, Perl, Lua, Elixir: the cases of the dialects of the same names."""

from common import run, save

RUBY = {
    "plain": "def load(x)\n  Integer(x)\nend\n\nload('x')\n",
    "no_method": "nil.size\n",
    "message_lines": 'raise ArgumentError, "bad settings:\\n  port: 0\\n  host: empty"\n',
    "cause": "def load\n  begin\n    Integer('x')\n  rescue ArgumentError\n    raise 'cannot load'\n  end\nend\n\nload\n",
    "three": "def a\n  {}.fetch(:k)\nrescue KeyError\n  raise TypeError, 'second'\nend\n\ndef b\n  a\nrescue TypeError\n  raise IOError, 'third'\nend\n\nb\n",
    "zero": "[1].each { |x| x / 0 }\n",
    "own_class": "module Jobs\n  class QueueFull < StandardError; end\nend\nraise Jobs::QueueFull\n",
    "recursion": "def f(n)\n  f(n + 1)\nend\n\nf(0)\n",
    "missing_file": "require 'not/there'\n",
    "syntax": "def f(\n  1 +\nend\n",
    "full_message": "begin\n  [].fetch(4)\nrescue IndexError => e\n  puts e.full_message(highlight: false, order: :top)\nend\n",
    "thread": "t = Thread.new { raise 'in a thread' }\nt.join rescue nil\n",
    "test_name_error": "def go\n  puts undefinde_name\nend\ngo\n",
}
PHP = {
    "uncaught": "<?php\nfunction load($x) { throw new RuntimeException('no job'); }\nload(1);\n",
    "previous": "<?php\nfunction a() { throw new LogicException('first'); }\ntry { a(); } catch (Exception $e) { throw new RuntimeException('second', 1, $e); }\n",
    "type_error": "<?php\nfunction size(array $x): int { return count($x); }\nsize('text');\n",
    "undefined_function": "<?php\nclass Job { function run() { start_it(); } }\n(new Job)->run();\n",
    "message_lines": '<?php\nthrow new InvalidArgumentException("bad settings:\\n  port: 0\\n  host: empty");\n',
    "memory": "<?php\nini_set('memory_limit', '4M');\n$a = str_repeat('x', 1 << 23);\n",
    "warning": "<?php\necho $missing;\ninclude 'gone.php';\n",
    "parse": "<?php\nfunction f( {\n",
    "logged": "<?php\ntry { intdiv(1, 0); } catch (Error $e) { error_log($e); }\n",
    "require": "<?php\nrequire 'gone.php';\n",
    "closure": "<?php\narray_map(function ($x) { throw new DomainException('item ' . $x); }, [1, 2]);\n",
}
PERL = {
    "die": "use strict; use warnings;\nsub load { die 'no job'; }\nload();\n",
    "confess": "use Carp 'confess';\nsub inner { confess 'no job' }\nsub outer { inner(3, 'x') }\nouter();\n",
    "missing_module": "use Not::There;\n",
    "syntax": "use strict;\nmy $x = 1;\n$y = 2;\n",
}
LUA = {
    "runtime": "local function load(x)\n  return x.name.size\nend\nprint(load({}))\n",
    "error": "local function f() error('no job') end\nlocal function g() f() end\ng()\n",
    "syntax": "local x = = 3\n",
    "missing": "require 'not.there'\n",
}
ELIXIR = {
    "raise": 'defmodule Jobs do\n  def load(x), do: String.to_integer(x)\nend\n\nIO.puts(Jobs.load("x"))\n',
    "match": "defmodule Jobs do\n  def size([]), do: 0\nend\n\nJobs.size(:none)\n",
    "task": 'task = Task.async(fn -> raise "in a task" end)\nTask.await(task)\n',
    "genserver": """\
defmodule Counter do
  use GenServer
  def init(n), do: {:ok, n}
  def handle_call(:boom, _from, n), do: {:reply, String.to_integer(n), n}
end

{:ok, pid} = GenServer.start(Counter, 0)
try do
  GenServer.call(pid, :boom)
catch
  :exit, _ -> Process.sleep(200)
end
""",
}


def main() -> None:
    """Make all of them anew."""
    for name, program in RUBY.items():
        save("ruby", name, run("ruby /app/main.rb", {"main.rb": program}))
    for name, program in PHP.items():
        flags = "-d display_errors=stderr -d log_errors=0 -d html_errors=0"
        save(
            "php",
            name,
            run(f"php {flags} /app/main.php", {"main.php": program}),
            "Warning:",
            "PHP Warning:",
            "Fatal error:",
        )
    logged = run(
        "php -d display_errors=0 -d log_errors=1 -d error_log= /app/main.php", {"main.php": PHP["uncaught"]}
    )
    save("php", "log_uncaught", logged)
    for name, program in PERL.items():
        save("perl", name, run("perl /app/main.pl", {"main.pl": program}))
    for name, program in LUA.items():
        save("lua", name, run("lua5.4 main.lua", {"main.lua": program}))
    for name, program in ELIXIR.items():
        save("elixir", name, run("elixir main.exs", {"main.exs": program}), "** (EXIT", "1", "2")


if __name__ == "__main__":
    main()
