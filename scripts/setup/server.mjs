/**
 * A static server for a built page, like that of a good host: correct content types, compression, predictable caching, security headers.
 * The server is reachable from this machine only.
 */

import { createServer } from 'node:http';
import compression from 'compression';
import sirv from 'sirv';

/** Files under assets/ have a content hash in their name and never change. */
function headers(response, path) {
  response.setHeader(
    'Cache-Control',
    path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/** Serves a folder on 127.0.0.1 at `port`, or at the first free one of the twenty ports after it. Returns the address and the server. */
export async function serve(folder, port) {
  // `dev`: sirv looks up files on each request, so a rebuilt page is served at once.
  const files = sirv(folder, { dev: true, etag: true, setHeaders: headers });
  const compressed = compression();
  const server = createServer((request, response) =>
    compressed(request, response, () =>
      files(request, response, () =>
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n'),
      ),
    ),
  );
  for (let candidate = port; ; candidate++) {
    try {
      return { server, address: `http://127.0.0.1:${await listen(server, candidate)}/` };
    } catch (error) {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      if (!taken || candidate === port + 20) throw error;
    }
  }
}
