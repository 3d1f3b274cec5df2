"""The Linux kernel: oops, BUG, WARNING, KASAN, the report of the OOM killer, hung tasks, lockups."""

from matcher.traces.dialect import START, Dialect, Rule

_CUT_HERE = rb"-{8,}\[ cut here \]-{8,}$"
_BEGINS = (
    rb"BUG: (?:unable to handle|kernel |KASAN|KMSAN|KCSAN|KFENCE|scheduling while"
    rb"|soft lockup|workqueue|sleeping function|spinlock|memory leak)"
    rb"|WARNING: (?:CPU: \d|possible |suspicious |bad unlock"
    rb"|inconsistent )|watchdog: BUG: |general protection fault"
    rb"|(?:double fault|stack segment|divide error|invalid opcode): "
    rb"|kernel BUG at |Unable to handle kernel |Internal error: "
    rb"|INFO: (?:task \S|rcu_)|rcu: INFO: |Kernel panic - "
    rb"|page allocation failure|\S+: page allocation failure"
)
_OOM = rb"\S[^\n]{0,80} invoked oom-killer: "
_TOLD = (
    rb"#PF: |PGD |P4D |PTE |Oops: |CPU: \d+ |Hardware name: |Workqueue: |Tainted: "
    rb"|Call [Tt]race:|Modules linked in:|Code: |Mem abort info:"
    rb"|(?:[ER]?(?:IP|SP|AX|BX|CX|DX|SI|DI|BP|FLAGS)|R\d\d|FS|GS|CS|ES"
    rb"|CR[0-4]|DR[0-7]|PKRU|DS): |(?:pc|lr|sp|pstate) : |x\d\d?: "
    rb"|---\[ end |note: \S+\[\d+\] exited|Kernel Offset: |Rebooting in "
    rb"|task:\S|NMI backtrace|irq event stamp: |(?:hard|soft)irqs last "
    rb"|(?:Read|Write) of size \d+ at addr|(?:Allocated|Freed) by task"
    rb"|Last potentially related work|The buggy address|Memory state around"
    rb"|>?[ f][0-9a-f]{15}: |page:|flags: 0x|raw: [0-9a-f]|page dumped"
    rb"|which belongs to|Showing all locks|\d+ locks? held by"
    rb"|\"echo 0 > /proc/sys|RSP: | ?\? ?\S+\+0x| ?\S+\+0x[0-9a-f]+/0x[0-9a-f]+"
    rb"|(?:-- )?Dumping ftrace|RAX: |ORIG_RAX"
)
_OOM_TOLD = (
    rb"Mem-Info:|(?:active|inactive|unevictable|slab|mapped|free|kernel_misc|sec_page)\w*:"
    rb"|Node \d+ |lowmem_reserve\[\]:|\d+ (?:total pagecache|pages )"
    rb"|Swap cache|(?:Free|Total) swap|Tasks state|\[ *pid *\]|\[ *\d+\] +\d+ "
    rb"|oom-kill:|memory: usage |memory\+swap: |swap: usage |kmem: usage "
    rb"|Memory cgroup |anon \d|Unreclaimable slab|oom_reaper: |hugepages_"
)
_KILLED = rb"(?:Memory cgroup out of memory|Out of memory)[^\n]*: [Kk]ill(?:ed)? process"

DIALECT = Dialect(
    "kernel",
    (
        Rule(START, rb"={30,80}$", "report", keeps=False, ahead=rb"BUG: K|WARNING: (?:possible|suspicious)"),
        Rule(START, _CUT_HERE, "cut here", keeps=False),
        Rule(START, _BEGINS, "report", keeps=False),
        Rule(START, _OOM, "oom", keeps=False),
        Rule("cut here", _BEGINS, "report"),
        Rule("cut here", rb".*$", "cut here", keeps=False, filler=True),
        Rule("report", rb"---\[ end trace ", "after"),
        Rule("report", _BEGINS, "report"),
        Rule("report", _TOLD, "report"),
        Rule("report", rb"\s+\S", "report"),
        Rule("report", rb"={30,80}$", "end", loose=True),
        Rule("report", rb"-{20,80}$|$", "report", keeps=False, loose=True),
        Rule("after", rb"(?:RIP|RSP|RAX|RBP|R\d\d|FS|CS|CR[0-4]|DR\d|PKRU|Code|note|RDX): ?", "after"),
        Rule("after", rb"Kernel panic - |Kernel Offset: |---\[ end Kernel panic", "after"),
        Rule("oom", _TOLD, "oom"),
        Rule("oom", _OOM_TOLD, "oom"),
        Rule("oom", rb"\s+\S", "oom"),
        Rule("oom", _KILLED, "killed"),
        Rule("killed", rb"oom_reaper: reaped process ", "end"),
    ),
)
