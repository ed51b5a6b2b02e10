/** A reverse proxy as people put before a server, for HTTP and WebSockets: passes on what lies below `base`, whole or without it. */
export function openProxy({ base, to, strip }: { base: string; to: string; strip: boolean }) {
  const { origin } = new URL(to);
  const server = Bun.serve<{ onward: WebSocket }>({
    hostname: "127.0.0.1",
    port: 0,
    fetch(request, server) {
      const { pathname, search } = new URL(request.url);
      if (pathname !== base && !pathname.startsWith(`${base}/`)) return new Response("Nothing of the proxy's.", { status: 404 });
      const path = strip ? pathname.slice(base.length) || "/" : pathname;
      const address = `${origin}${path}${search}`;
      if (request.headers.get("upgrade") !== "websocket") return passOn(request, address);
      const onward = new WebSocket(address.replace("http", "ws"));
      return server.upgrade(request, { data: { onward } }) ? undefined : new Response("No socket.", { status: 426 });
    },
    websocket: {
      open(socket) {
        socket.data.onward.onmessage = ({ data }) => socket.send(data);
        socket.data.onward.onclose = () => socket.close();
      },
      message({ data: { onward } }, said) {
        if (onward.readyState === WebSocket.OPEN) onward.send(said);
        else onward.addEventListener("open", () => onward.send(said), { once: true });
      },
      close: ({ data }) => data.onward.close(),
    },
  });
  return { url: `http://127.0.0.1:${server.port}${base}`, stop: () => server.stop(true) };
}

function passOn(request: Request, address: string): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.delete("host");
  return fetch(address, {
    method: request.method,
    headers,
    redirect: "manual",
    decompress: false,
    ...(request.body && { body: request.body }),
  });
}
