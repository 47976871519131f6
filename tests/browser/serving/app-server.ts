/** A static web server for browser tests. It serves a folder, if wanted under a sub-path, or a single page. */

import { createServer, type RequestListener } from 'node:http';
import sirv from 'sirv';

export interface AppServer {
  /** URL of the folder or page, with a slash at its end. */
  readonly url: string;
  end(): Promise<void>;
}

const listen = async (listener: RequestListener, at: string): Promise<AppServer> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    // Web Bluetooth needs a secure context, which `localhost` is even without a certificate.
    url: `http://localhost:${address.port}${at}`,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** @param at the path under which the folder appears, with a slash at both ends */
export const serveFolder = (folder: string, at = '/'): Promise<AppServer> => {
  const files = sirv(folder, { dev: true, etag: false });
  return listen((request, response) => {
    const missing = (): void => void response.writeHead(404).end();
    if (!request.url?.startsWith(at)) {
      missing();
      return;
    }
    request.url = `/${request.url.slice(at.length)}`;
    files(request, response, missing);
  }, at);
};

export const servePage = (html: string): Promise<AppServer> =>
  listen(
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
    '/',
  );
