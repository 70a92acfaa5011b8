import { request } from 'node:http';

/** What a GET that offers to go on with another protocol is answered: 101 where it goes on so, else the status of the answer. */
export function upgradeStatus(url: string, { to, origin }: { to: string; origin?: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      headers: {
        connection: 'Upgrade',
        upgrade: to,
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from('sixteen bytes ok').toString('base64'),
        ...(origin === undefined ? {} : { origin }),
      },
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('error', reject);
    asked.end();
  });
}
