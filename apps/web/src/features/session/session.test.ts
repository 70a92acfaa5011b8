import { ApiError } from '@metaverse/client';
import { describe, expect, it } from 'vitest';
import { createSession, type SessionDeps } from './session.ts';

const networkError = () => new ApiError({ code: 'network', message: 'No answer came', status: 0 });
const refused = () => new ApiError({ code: 'unauthenticated', message: 'no', status: 401 });

function arrange({ wasSignedIn, get, logOut }: { wasSignedIn: boolean; get?: () => Promise<string>; logOut?: () => Promise<undefined> }) {
  let tell: (userId: string | null) => void = () => undefined;
  let asked = 0;
  const deps: SessionDeps = {
    api: {
      logOut: async () => {
        await logOut?.();
        tell(null);
        return undefined;
      },
    },
    tokens: {
      get: () => {
        asked += 1;
        return get?.() ?? Promise.resolve('token');
      },
      clear: () => {
        tell(null);
      },
      onPersonChanged: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    hint: { read: () => wasSignedIn, write: () => undefined },
  };
  return { session: createSession(deps), tell: (userId: string | null) => tell(userId), asked: () => asked };
}

describe('a session', () => {
  it('asks for nothing on a first visit', async () => {
    const { session, asked } = arrange({ wasSignedIn: false });
    await session.restore();
    expect(session.getSnapshot()).toEqual({ kind: 'out', why: 'new' });
    expect(asked()).toBe(0);
  });

  it('follows the person that the tokens name', () => {
    const { session, tell } = arrange({ wasSignedIn: false });
    tell('ines');
    expect(session.getSnapshot()).toEqual({ kind: 'in', userId: 'ines' });
    tell(null);
    expect(session.getSnapshot()).toEqual({ kind: 'out', why: 'ended' });
  });

  it('has ended when the server refuses to renew it', async () => {
    const { session } = arrange({ wasSignedIn: true, get: () => Promise.reject(refused()) });
    await session.restore();
    expect(session.getSnapshot()).toEqual({ kind: 'out', why: 'ended' });
  });

  it('is unreachable, not over, when no answer comes', async () => {
    const { session } = arrange({ wasSignedIn: true, get: () => Promise.reject(networkError()) });
    await session.restore();
    expect(session.getSnapshot()).toEqual({ kind: 'unreachable' });
  });

  it('tells leaving from being thrown out', async () => {
    const { session, tell } = arrange({ wasSignedIn: true });
    tell('ines');
    await session.leave();
    expect(session.getSnapshot()).toEqual({ kind: 'out', why: 'left' });
  });

  it('is left even when the server had ended it before', async () => {
    const { session, tell } = arrange({ wasSignedIn: true, logOut: () => Promise.reject(refused()) });
    tell('ines');
    await session.leave();
    expect(session.getSnapshot()).toEqual({ kind: 'out', why: 'left' });
  });

  it('stays when the server could not be told', async () => {
    const { session, tell } = arrange({ wasSignedIn: true, logOut: () => Promise.reject(networkError()) });
    tell('ines');
    await expect(session.leave()).rejects.toThrow('No answer came');
    expect(session.getSnapshot()).toEqual({ kind: 'in', userId: 'ines' });
    tell(null);
    expect(session.getSnapshot()).toEqual({ kind: 'out', why: 'ended' });
  });
});
