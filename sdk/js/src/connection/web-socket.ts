/** What the SDK reads of an event of a WebSocket. */
export interface WebSocketEvent {
  readonly type?: string;
  readonly data?: unknown;
  readonly code?: number;
}

/** The part of a WebSocket that the SDK uses. */
export interface WebSocketLike {
  addEventListener(
    type: "open" | "message" | "close" | "error",
    listener: (event: WebSocketEvent) => void,
  ): void;
  send(text: string): void;
  close(code?: number): void;
}

/** The browser's WebSocket, Node's since version 22, or that of the package ws. */
export type WebSocketConstructor = new (url: string) => WebSocketLike;
