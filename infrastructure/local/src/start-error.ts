/** Something on this machine keeps a server from starting; the message is one sentence for the person, with what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
