import { buryChildren } from "../system/bury.ts";
import { type ChildEvent, reapChild } from "../system/process.ts";

type ChildTold = { type: "child" } & ChildEvent;

/** A worker thread as the pool sees it: what it is told, and the children that it has told of. */
export type Thread<To> = {
  tell: (message: To) => void;
  /** Kills the children that are known now; the thread goes on. */
  killChildren: () => void;
  /** Ends the thread and its children. Nothing more is heard of it, but a child that it tells of too late is killed as well. */
  end: () => void;
};

/** What is heard from a thread. `died` is told once, when it ends without being asked to: by an error that nobody caught, or by leaving. */
export type ThreadListener<From> = { hear: (message: From) => void; died: (reason: string) => void };

/** Watches over a worker that has just been made. */
export function watchThread<To, From extends { type: string }>(worker: Worker, { hear, died }: ThreadListener<From>): Thread<To> {
  const children = new Map<number, number | undefined>();
  let over = false;
  let isClosed = false;
  const killChildren = () => {
    for (const [pid, startTicks] of children) reapChild({ pid, ...(startTicks !== undefined && { startTicks }) });
  };
  const trackChild = ({ pid, alive, startTicks }: ChildTold) => {
    if (alive) children.set(pid, startTicks);
    else children.delete(pid);
    if (over) killChildren();
    if (isClosed) buryChildren(children);
  };
  const end = () => {
    over = true;
    killChildren();
    worker.terminate();
  };
  const die = (reason: string) => {
    if (over) return;
    end();
    died(reason);
  };
  worker.onmessage = ({ data }: MessageEvent<From>) => {
    if (isChild(data)) trackChild(data);
    else if (!over) hear(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    die(sayReason(event.message));
  };
  worker.addEventListener("close", () => {
    isClosed = true;
    die("it left without a word");
    buryChildren(children);
  });
  return { tell: (message) => void (over || worker.postMessage(message)), killChildren, end };
}

const isChild = (message: { type: string }): message is ChildTold => message.type === "child";

/** The error itself out of a message that may quote the source around it. */
function sayReason(message: string): string {
  const lines = message.split("\n").map((line) => line.trim());
  return lines.find((line) => /^(\w*Error|error): /.test(line))?.replace(/^error: /, "") ?? lines[0] ?? message;
}
