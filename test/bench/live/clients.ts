// Many sockets in a process of their own: `bun clients.ts`. Notes when each of them hears which event.
import type { FromClients, ToClients } from "./talk.ts";

const tell = (message: FromClients) => void process.send!(message);
const heard = new Map<number, number[]>();
const sockets: WebSocket[] = [];
let closed = 0;
let isEnding = false;

function hear(text: string): void {
  if (!text.startsWith('{"seq":')) return;
  const seq = Number.parseInt(text.slice(7, 20), 10);
  const times = heard.get(seq);
  if (times) times.push(performance.timeOrigin + performance.now());
  else heard.set(seq, [performance.timeOrigin + performance.now()]);
}

function open(url: string, hello: string | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = new WebSocket(url);
  sockets.push(socket);
  socket.onopen = () => {
    if (hello) socket.send(hello);
    socket.send('{"event":"ping"}');
  };
  socket.onmessage = ({ data }) => {
    if (data === '{"event":"pong"}') resolve();
    else hear(data);
  };
  socket.onclose = () => {
    if (!isEnding) closed++;
    reject(new Error("A socket was closed."));
  };
  return promise;
}

process.on("message", async (message: ToClients) => {
  if (message.say === "report") {
    tell({ say: "heard", sockets: sockets.length, closed, heard: [...heard] });
    heard.clear();
    return;
  }
  const url = `${message.url.replace("http", "ws")}/ws`;
  for (let left = message.count; left > 0; left -= 100)
    await Promise.all(Array.from({ length: Math.min(100, left) }, () => open(url, message.hello)));
  tell({ say: "opened" });
});
process.on("disconnect", () => {
  isEnding = true;
  process.exit();
});
