// Preloaded before an example: a README must not need the internet, and must not find a key by luck.
import { Socket } from 'node:net';

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const [first] = args.flat(1);
  const target = typeof first === 'object' ? first : { host: args[1] };
  const host = (target as { host?: unknown; path?: unknown } | null)?.host ?? 'localhost';
  if (!['localhost', '127.0.0.1', '::1'].includes(String(host)))
    throw new Error(`this example reaches for ${String(host)}; mark it "ts no-run (needs a key)"`);
  return Reflect.apply(connect, this, args);
} as typeof connect;
