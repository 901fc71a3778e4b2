/** The properties of WebSocket events that the SDK reads. */
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

/** The WebSocket class of the browser, of Node 22 or later, or of the package ws. */
export type WebSocketConstructor = new (url: string) => WebSocketLike;
