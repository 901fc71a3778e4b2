import type { TabLockHandler } from "../../src/tab-lock.js";

interface Request {
  readonly name: string;
  readonly handler: TabLockHandler;
}

/** A fake of the Web Locks API of one browser. */
export class FakeLocks {
  private requests: Request[] = [];
  private readonly held = new Map<string, Request>();

  request(name: string, steal: boolean, handler: TabLockHandler): () => void {
    const request = { name, handler };
    this.requests.push(request);
    if (steal) this.take(request);
    setImmediate(() => this.grant(name));
    return () => this.release(request);
  }

  private release(request: Request): void {
    this.requests = this.requests.filter((other) => other !== request);
    if (this.held.get(request.name) !== request) return;
    this.held.delete(request.name);
    setImmediate(() => this.grant(request.name));
  }

  private grant(name: string): void {
    const next = this.requests.find((request) => request.name === name);
    if (this.held.has(name) || !next) return;
    this.held.set(name, next);
    next.handler.granted();
  }

  private take(request: Request): void {
    const holder = this.held.get(request.name);
    this.held.set(request.name, request);
    this.requests = this.requests.filter((other) => other !== holder);
    setImmediate(() => {
      holder?.handler.lost();
      if (this.held.get(request.name) === request) request.handler.granted();
    });
  }
}
