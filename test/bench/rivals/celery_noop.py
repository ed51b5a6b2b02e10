"""Celery's side of the bench. As a module: the app, configured from PORT and LATE. As a program: submits JOBS from PROCESSES x THREADS, waits until every result is stored, prints the seconds as JSON."""

import json
import os
import sys
import threading
import time

from celery import Celery

port = os.environ["PORT"]
app = Celery("celery_noop", broker=f"redis://127.0.0.1:{port}/0", backend=f"redis://127.0.0.1:{port}/1")
app.conf.update(
    task_acks_late=os.environ.get("LATE") == "1",
    worker_prefetch_multiplier=64,
    worker_send_task_events=False,
    task_send_sent_event=False,
    redis_max_connections=64,
    broker_pool_limit=32,
)


@app.task(name="noop")
def noop(prompt):
    return None


def submit(count, threads):
    left = iter(range(count))
    lock = threading.Lock()

    def client():
        while True:
            with lock:
                number = next(left, None)
            if number is None:
                return
            noop.delay(f"No-op {number}")

    clients = [threading.Thread(target=client) for _ in range(threads)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()


if __name__ == "__main__":
    import multiprocessing

    import redis

    jobs, processes, threads = (int(word) for word in sys.argv[1:4])
    results = redis.Redis(port=int(port), db=1)
    started = time.time()
    submitters = [multiprocessing.Process(target=submit, args=(jobs // processes, threads)) for _ in range(processes)]
    for one in submitters:
        one.start()
    while results.dbsize() < jobs // processes * processes:
        time.sleep(0.02)
    ended = time.time()
    for one in submitters:
        one.join()
    print(json.dumps({"seconds": ended - started, "jobs": jobs // processes * processes}))
