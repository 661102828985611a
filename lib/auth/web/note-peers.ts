import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { peerHeader } from "./address";

export function notePeers(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    const { request } = message;
    if (request instanceof IncomingMessage)
      request.headers[peerHeader] = request.socket.remoteAddress ?? "unknown";
  });
}
