# Package managers at work: apt, dpkg, pip, npm. Also fills the venv that later sources use.
. "$TOOLS/sources/lib.sh"

# cargo, nodejs and npm may come from elsewhere
keep apt update apt-get -o DPkg::Lock::Timeout=600 update
LIMIT_S=1800 DEBIAN_FRONTEND=noninteractive keep apt install apt-get -o DPkg::Lock::Timeout=600 install -V -y --no-install-recommends \
    $(tr ' ' '\n' < "$TOOLS/packages.txt" | grep -vxE "$(command -v cargo > /dev/null && echo cargo)|$(command -v npm > /dev/null && echo 'nodejs|npm')")

[ -x "$py/python" ] || python3 -m venv "$LAB/venv"
web="flask django fastapi uvicorn[standard] gunicorn celery httpx requests aiohttp tornado starlette jinja2"
logs="structlog loguru python-json-logger logfmter rich click typer tqdm colorlog"
data="numpy pandas scikit-learn sqlalchemy alembic psycopg[binary] redis pydantic pyyaml lxml pillow lightgbm"
dev="pytest pytest-xdist pytest-cov pytest-asyncio pytest-timeout hypothesis mypy ruff black isort flake8 pylint
     build tox nox sphinx mkdocs coverage bandit pre-commit pip-tools poetry setuptools wheel cython"
work="scrapy ansible-core invoke fabric paramiko apscheduler websockets grpcio protobuf boto3 watchdog supervisor
      luigi dask distributed locust twine cookiecutter"
keep pip venv-upgrade "$py/python" -m pip install -v --upgrade pip setuptools wheel
for group in web logs data dev work; do
    keep pip install-$group "$py/python" -m pip install -v --progress-bar off ${!group}
done
keep pip again "$py/python" -m pip install $web $dev
keep pip uninstall "$py/python" -m pip uninstall -v -y cookiecutter
keep pip reinstall "$py/python" -m pip install --no-cache-dir --progress-bar off cookiecutter
keep pip list "$py/python" -m pip list --format columns
keep pip freeze "$py/python" -m pip freeze
keep pip check "$py/python" -m pip check
keep pip inspect "$py/python" -m pip cache list
keep pip download "$py/python" -m pip download -d "$LAB/wheels" --progress-bar off flask celery
keep pip dry-run "$py/python" -m pip install --dry-run -vv --progress-bar off notebook
for p in flask django celery pytest numpy sqlalchemy ansible-core scrapy; do
    keep pip show-$p "$py/python" -m pip show $p
done
keep pip compile bash -c "cd $LAB; printf 'flask\ndjango\ncelery[redis]\n' > requirements.in; $py/pip-compile -v requirements.in"
keep pip wheel "$py/python" -m pip wheel -v --no-deps -w "$LAB/wheels" --no-binary :all: markupsafe
keep pip sdist-build bash -c "
    mkdir -p $LAB/acme/src/acme && cd $LAB/acme
    printf '[build-system]\nrequires=[\"setuptools\"]\nbuild-backend=\"setuptools.build_meta\"\n[project]\nname=\"acme\"\nversion=\"1.4.0\"\n' > pyproject.toml
    for m in errors retry timeout http core cli; do echo 'VALUE = 1' > src/acme/\$m.py; done; touch src/acme/__init__.py
    $py/python -m build -v && $py/python -m twine check dist/* && $py/python -m pip install -v -e ."

keep apt simulate apt-get install -s -V --no-install-recommends postgresql-contrib emacs-nox gnuplot graphviz octave
keep apt policy apt-cache policy
keep apt search apt-cache search 'log analy'
keep apt search-http apt-cache search 'http server'
keep apt show apt-cache show nginx redis-server rsyslog logrotate fail2ban
keep apt depends apt-cache depends nginx postgresql-15 rsyslog
keep apt stats apt-cache stats
keep apt upgrade apt-get upgrade -s -V
keep dpkg list dpkg -l
keep dpkg status dpkg -s nginx redis-server openssh-server cron
keep dpkg files dpkg -L nginx-common redis-server rsyslog logrotate rsync cron
keep dpkg log bash -c 'tail -n 6000 /var/log/dpkg.log | awk "NR%4==0"'
keep apt term bash -c 'tail -n 1500 /var/log/apt/term.log'

mkdir -p "$LAB/web" && cd "$LAB/web"
cat > package.json <<'JSON'
{"name": "storefront", "version": "2.3.1", "private": true, "type": "module", "scripts": {"build": "vite build", "test": "vitest run --reporter=verbose", "lint": "eslint src"}}
JSON
common="--no-audit --no-fund"
keep npm install-vite npm install $common --loglevel silly vite @vitejs/plugin-react react react-dom react-router-dom
keep npm install-test npm install $common --loglevel http vitest jest mocha chai eslint prettier typescript ts-node
keep npm install-server npm install $common --loglevel info express morgan winston pino fastify koa socket.io ws axios
keep npm install-bundlers npm install $common --loglevel verbose webpack webpack-cli rollup esbuild parcel @babel/core @babel/cli @babel/preset-env
keep npm install-misc npm install $common debug http-errors lodash dayjs commander next @nestjs/core @nestjs/common @nestjs/platform-express reflect-metadata rxjs bullmq
keep npm ls npm ls --all
keep npm ls-long npm ls
keep npm outdated npm outdated
keep npm explain npm explain debug ms
keep npm view npm view express
keep npm view-pino npm view pino
keep npm pack npm pack --dry-run
keep npm fund npm fund
keep npm dedupe npm dedupe --dry-run
keep npm run npm run
keep npm config npm config ls -l
