# Python servers and workers under a small load: Flask, Django, uvicorn, gunicorn, Celery, Scrapy.
. "$TOOLS/sources/lib.sh"

rm -rf "$LAB/pyweb"; mkdir -p "$LAB/pyweb" && cd "$LAB/pyweb" || exit 1
cp "$TOOLS"/apps/web_*.py "$TOOLS/apps/queue_app.py" "$TOOLS/apps/spider.py" .
load() { wait_port "$1" && python3 "$TOOLS/apps/load.py" "$1" "${2:-150}"; }

serve flask dev $py/flask --app web_flask:app --debug run --port 8201 --no-reload; pid=$served; load 8201; stop $pid
keep flask routes $py/flask --app web_flask:app routes
keep flask help $py/flask --app web_flask:app run --help
serve gunicorn flask $py/gunicorn --log-level debug --access-logfile - -w 2 -t 30 -b 127.0.0.1:8202 web_flask:app; pid=$served; load 8202; kill -HUP $pid; sleep 2; stop $pid
serve gunicorn threads $py/gunicorn --access-logfile - --access-logformat '%(h)s %(l)s %(t)s "%(r)s" %(s)s %(b)s %(D)s us "%(a)s"' --threads 4 -b 127.0.0.1:8203 web_flask:app; pid=$served; load 8203 80; stop $pid
keep gunicorn help $py/gunicorn --help
keep gunicorn config $py/gunicorn --print-config web_flask:app
serve uvicorn api $py/uvicorn --log-level debug --port 8204 web_fastapi:app; pid=$served; load 8204; stop $pid
serve uvicorn trace $py/uvicorn --log-level trace --port 8205 web_fastapi:app; pid=$served; load 8205 25; stop $pid
serve uvicorn workers $py/uvicorn --workers 2 --port 8206 web_fastapi:app; pid=$served; load 8206 40; stop $pid
keep uvicorn help $py/uvicorn --help
keep uvicorn openapi bash -c "$py/python -c 'import json, web_fastapi; print(json.dumps(web_fastapi.app.openapi(), indent=1))' | head -n 300"
serve tornado server $py/python web_tornado.py 8207; pid=$served; load 8207 100; stop $pid

manage="$py/python web_django.py"
keep django check $manage check -v 3
keep django plan $manage migrate --plan
keep django migrate $manage migrate -v 3
keep django tests $manage test -v 3
keep django sql $manage sqlmigrate auth 0001
keep django settings $manage diffsettings
keep django help $manage help runserver
keep django commands $manage help
keep django static $manage collectstatic --noinput -v 2 --dry-run
serve django server $manage runserver --noreload -v 3 8208; pid=$served; load 8208; stop $pid

serve celery worker $py/celery -A queue_app worker --loglevel=debug --concurrency 2 --without-mingle -E --pool threads; pid=$served; sleep 14; stop $pid
serve celery worker-info $py/celery -A queue_app worker --loglevel=info --concurrency 2 -B --pool solo; pid=$served; sleep 10; stop $pid
keep celery help $py/celery worker --help
keep celery report $py/celery -A queue_app report
keep celery apscheduler $py/python queue_app.py

python3 -m http.server --bind 127.0.0.1 8209 > "$LAB/pyweb/http.txt" 2>&1 & pid=$!; load 8209 80; stop $pid; save http-server access http.txt
serve scrapy site $py/gunicorn --log-level error -b 127.0.0.1:8210 web_flask:app; pid=$served
wait_port 8210 && keep scrapy crawl $py/scrapy runspider spider.py -L DEBUG
keep scrapy settings $py/scrapy settings --get BOT_NAME
keep scrapy help $py/scrapy runspider --help
keep scrapy locust $py/locust --help
printf 'from locust import HttpUser, task\nclass Shop(HttpUser):\n    @task\n    def home(self): self.client.get("/")\n    @task\n    def item(self): self.client.get("/items/1")\n' > locustfile.py
keep scrapy load $py/locust --headless -u 4 -r 2 -t 6s --host http://127.0.0.1:8210
stop $pid
